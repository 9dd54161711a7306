using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>Who writes and who reads reports: supervisors write, leaders read what is issued of their area.</summary>
public static class ReportAccess
{
    public static bool MayWrite(Actor by) => by.Is(Role.Supervisor);

    public static bool MayRead(Actor by, Report report, CitySnapshot city) =>
        MayWrite(by) || by.Is(Role.Leader) && report.State != ReportState.Draft && (AreasOf(by, city)?.Contains(report.Area) ?? true);

    /// <summary>The areas whose reports a leader reads; null for all of them.</summary>
    public static IReadOnlyCollection<string>? AreasOf(Actor leader, CitySnapshot city) =>
        leader.AreaCode is not { Length: > 0 } own || city.Areas.Find(own) is { Level: AreaLevel.City }
            ? null
            : city.Areas.All.Where(a => city.Areas.Within(a.Code, own)).Select(a => a.Code).ToHashSet();
}
