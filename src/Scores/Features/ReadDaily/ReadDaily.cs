using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>
/// 考核日报: what people answered in one day of scores, with where the month stands. Counted as the month is: of several answers about a request in
/// one month the last counts, so a day may have fewer tomorrow than it had today.
/// </summary>
public sealed class ReadDaily(ScoresDb db, ScoreBook book, ICityRegistry registry, TimeProvider time)
{
    public sealed record Query
    {
        /// <summary>On which it ends; null for the newest that is over.</summary>
        public DateOnly? Day { get; init; }

        /// <summary>As an address has it; what is left out is the newest day that is over.</summary>
        public static Outcome<Query> Of(string? day)
        {
            if (string.IsNullOrEmpty(day))
                return new Query();
            return ScoreAddress.DayIn(day) is { } known ? new Query { Day = known } : NoDay;
        }
    }

    private static Refusal NoDay => Refusal.Invalid(new FieldProblem("day", "请写日期，如 2026-11-18。"));

    /// <param name="Kind">Of units.</param>
    /// <param name="Rows">Units of it with a callback that day, in the order of the whole city.</param>
    /// <param name="Together">Sums of all rows.</param>
    public sealed record Group(ScoreGroup Kind, IReadOnlyList<UnitScore> Rows, RateCounts Together);

    /// <param name="Span">The day of scores.</param>
    /// <param name="Groups">With a callback that day.</param>
    /// <param name="Together">Of all units of the city, also of those in no group.</param>
    /// <param name="Before">What they had together the day before.</param>
    /// <param name="ThisMonth">The month of scores to which the day's end belongs.</param>
    /// <param name="Month">As that month stands.</param>
    /// <param name="Synthetic">Some requests of the day were made by a generator.</param>
    public sealed record View(
        DaySpan Span,
        IReadOnlyList<Group> Groups,
        RateCounts Together,
        ThreeRates Before,
        DateOnly ThisMonth,
        ScoreBook.Month Month,
        bool Synthetic
    )
    {
        public ScoreScheme Scheme => Month.Scheme;

        /// <summary>What a unit has in the month so far.</summary>
        internal ThreeRates SoFar(Unit unit) =>
            (soFar ??= Month.Sums.ToDictionary(s => s.Key, s => s.Counts)).GetValueOrDefault(unit.Code).By(Scheme);

        private Dictionary<string, RateCounts>? soFar;
    }

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!ScoreAccess.MayRead(by))
            return new NotAllowed();
        var (city, now) = (registry.Current, time.GetUtcNow());
        var span = query.Day is { } day ? Day(day) : DaySpan.Last(city.Scores, city.Calendar, now);
        // The last instant of the day: what begins with the next one is another month.
        var month = MonthSpan.MonthOf(city, span.Until.AddTicks(-1));
        var open = await book.Open(month, SumOf.Unit, ct);
        var sums = await Sums(span, month, ct);
        var before = await Sums(Day(span.Day.AddDays(-1)), month, ct);
        return new View(
            span,
            [.. ScoreGroups.All.Select(kind => Make(kind, sums, open.Scheme, by, city)).Where(g => g.Rows.Count > 0)],
            Together(sums),
            Together(before).By(open.Scheme),
            month,
            open,
            sums.Any(s => s.Synthetic > 0)
        );

        DaySpan Day(DateOnly of) => DaySpan.Of(of, city.Scores, city.Calendar, now);
    }

    private Task<List<LiveSum>> Sums(DaySpan span, DateOnly month, CancellationToken ct) =>
        MonthSums.ByUnit(db.Callbacks.Where(c => c.At >= span.From && c.At < span.Until), month).ToListAsync(ct);

    private static RateCounts Together(List<LiveSum> sums) => sums.Aggregate(default(RateCounts), (sum, s) => sum + s.Counts);

    private static Group Make(ScoreGroup kind, List<LiveSum> sums, ScoreScheme scheme, Actor by, CitySnapshot city)
    {
        var units = sums.Select(s => (Unit: city.Units.Find(s.Key)!, s.Counts))
            .Where(s => s.Unit is not null && ScoreGroups.Of(s.Unit) == kind);
        // A place in the order of the whole city, also for who sees a part of it.
        var rows = UnitScore.InOrder(units, scheme).Where(r => ScoreAccess.MayRead(by, r.Unit, city)).ToList();
        return new Group(kind, rows, rows.Aggregate(default(RateCounts), (sum, row) => sum + row.Counts));
    }
}
