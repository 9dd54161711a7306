using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>三率: the units of one group in one month of scores, in their order, with what the group has together.</summary>
public sealed class ReadScores(ScoresDb db, MonthBoards boards, ScoreBook book, ICityRegistry registry, TimeProvider time)
{
    public sealed record Query
    {
        /// <summary>First day of the calendar month that names it; null for the running one.</summary>
        public DateOnly? Month { get; init; }

        /// <summary>Units of this group, which are compared with each other only.</summary>
        public ScoreGroup Group { get; init; } = ScoreGroup.Township;

        /// <summary>As an address has it; what is left out is the running month and the townships.</summary>
        public static Outcome<Query> Of(string? month, string? kind)
        {
            if (!string.IsNullOrEmpty(month) && ScoreAddress.Problem(month) is { } problem)
                return problem;
            if (string.IsNullOrEmpty(kind))
                return new Query { Month = ScoreAddress.MonthIn(month) };
            return ScoreGroups.Named(kind) is { } known ? new Query { Month = ScoreAddress.MonthIn(month), Group = known } : NotCompared;
        }
    }

    private static Refusal NotCompared => Refusal.Invalid(new FieldProblem("kind", "这类单位不参加排名。"));

    /// <param name="Span">The month of scores.</param>
    /// <param name="Months">That have callbacks, newest first, and the running one.</param>
    /// <param name="Group">Of units.</param>
    /// <param name="Book">As the month stands: released, or still open.</param>
    /// <param name="Rows">In their order.</param>
    /// <param name="Together">Sums of all rows.</param>
    /// <param name="Synthetic">Some requests of the month were made by a generator.</param>
    /// <param name="Excluded">What was left out in the whole city, by ground.</param>
    public sealed record View(
        MonthSpan Span,
        IReadOnlyList<DateOnly> Months,
        ScoreGroup Group,
        ScoreBook.Month Book,
        IReadOnlyList<UnitScore> Rows,
        RateCounts Together,
        bool Synthetic,
        IReadOnlyList<GroundCount> Excluded
    )
    {
        public DateOnly Month => Span.Month;

        public ScoreScheme Scheme => Book.Scheme;
    }

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!ScoreAccess.MayRead(by))
            return new NotAllowed();
        var city = registry.Current;
        var today = city.Calendar.DateOf(time.GetUtcNow());
        var running = city.Scores.MonthOf(today);
        var month = query.Month ?? running;
        var board = await boards.Read(city, month, query.Group, ct);
        // A place in the order of the whole city, also for who sees a part of it.
        var shown = board.Rows.Where(r => ScoreAccess.MayRead(by, r.Unit, city)).ToList();
        return new View(
            MonthSpan.Of(month, board.Book.Scheme, today),
            await book.Months(running, ct),
            query.Group,
            board.Book,
            shown,
            shown.Aggregate(default(RateCounts), (sum, row) => sum + row.Counts),
            board.Synthetic,
            await Excluded(month, board.Book.Sums, ct)
        );
    }

    /// <summary>Of the whole city: what was left out of the month is told to everybody who reads a part of it.</summary>
    private async Task<IReadOnlyList<GroundCount>> Excluded(DateOnly month, IReadOnlyList<MonthSum> sums, CancellationToken ct)
    {
        var granted = await db
            .Exclusions.Where(e => e.Month == month && e.State == ExclusionState.Granted)
            .GroupBy(e => e.Ground)
            .Select(g => new { Ground = g.Key, Count = g.Count() })
            .ToListAsync(ct);
        var all = sums.Sum(s => s.Valid + s.Excluded);
        return [.. granted.OrderBy(g => g.Ground).Select(g => new GroundCount(g.Ground, g.Count, all))];
    }
}
