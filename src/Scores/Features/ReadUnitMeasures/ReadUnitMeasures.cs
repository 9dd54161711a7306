using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>单位指标: how one unit worked in a month of scores, beside all units of its group together.</summary>
public sealed class ReadUnitMeasures(WorkBook work, ICityRegistry registry)
{
    /// <param name="Month">Of scores, by the first day of the calendar month that names it.</param>
    /// <param name="Unit">Code of the unit.</param>
    public sealed record Query(DateOnly Month, string Unit);

    /// <param name="Own">Of the unit; null where nothing is counted for it.</param>
    /// <param name="Peers">Of all units of its group together.</param>
    /// <param name="Least">A sign of fewer cases is never raised.</param>
    public sealed record View(ReadMeasures.UnitLine? Own, WorkCounts Peers, int Least);

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        var city = registry.Current;
        if (!ScoreAccess.MayReadAny(by))
            return new NotAllowed();
        if (city.Units.Find(query.Unit) is not { } unit)
            return Refusal.Invalid(new FieldProblem("unit", "没有这个单位。"));
        if (!ScoreAccess.MayRead(by, unit, city))
            return new NotAllowed();
        if (ScoreGroups.Of(unit) is not { } group)
            return new View(null, WorkCounts.None, city.Scores.LeastCallbacks);
        var (scheme, peers) = (city.Scores, await work.Group(query.Month, group, city, ct));
        var own = (await work.Of(query.Month, [unit.Code], ct)).GetValueOrDefault(unit.Code);
        return new View(
            own is null ? null : new ReadMeasures.UnitLine(unit, own, WorkSign.Of(own, peers, query.Month, scheme)),
            peers,
            scheme.LeastCallbacks
        );
    }
}
