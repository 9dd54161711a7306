using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>公开地图: where public matters are, counted by area and rounded to the community. Nothing that is not in the public list.</summary>
public sealed class ShowMap(MapRows rows, ICityRegistry registry, TimeProvider time)
{
    public const int MostDays = 3660;

    public async Task<Outcome<MapCounts>> Run(MapAddress address, CancellationToken ct)
    {
        var city = registry.Current;
        var problems = new List<FieldProblem>();
        if (address.Area is { Length: > 0 } && city.Areas.Find(address.Area) is null)
            problems.Add(new FieldProblem("area", "没有这个地方，请从列表或地图上选择。"));
        if (address.Category is { Length: > 0 } && city.Categories.Find(address.Category) is null)
            problems.Add(new FieldProblem("category", "没有这个类别，请从列表中选择。"));
        if (address.State is { Length: > 0 } && address.OnlyEnded is null)
            problems.Add(new FieldProblem("state", "没有这种进展，请用 open（正在办）或 ended（已结束）。"));
        if (address.Days is { Length: > 0 } && address.Span is not (> 0 and <= MostDays))
            problems.Add(new FieldProblem("days", $"登记时间请写最近多少天，1 到 {MostDays}。"));
        if (problems.Count > 0)
            return Refusal.Invalid(problems);
        var filter = new MapFilter
        {
            Area = Given(address.Area),
            Category = Given(address.Category),
            Ended = address.OnlyEnded,
            From = From(address),
        };
        return (await rows.Get(ct)).Count(filter);
    }

    /// <summary>Whole days, so that everybody who looks on one day asks the same question.</summary>
    internal DateTimeOffset? From(MapAddress address)
    {
        if (address.Span is not { } days)
            return null;
        var zone = registry.Current.Calendar.Zone;
        var today = TimeZoneInfo.ConvertTime(time.GetUtcNow(), zone).Date.AddDays(1 - days);
        return new DateTimeOffset(today, zone.GetUtcOffset(today));
    }

    private static string? Given(string? text) => string.IsNullOrEmpty(text) ? null : text;
}
