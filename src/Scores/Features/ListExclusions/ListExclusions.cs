using Microsoft.EntityFrameworkCore;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>剔除申请: those that the reader may see, the ones that wait first.</summary>
public sealed class ListExclusions(ScoresDb db, ExclusionDoor door)
{
    public const int Most = 500;

    public sealed record Query
    {
        /// <summary>Only in this state; null for all.</summary>
        public ExclusionState? State { get; init; }

        /// <summary>Only of this month of scores; null for all.</summary>
        public DateOnly? Month { get; init; }
    }

    /// <param name="Rows">Open ones first by when they are due, then the newest; at most <see cref="Most"/>.</param>
    /// <param name="More">There are more than are told.</param>
    /// <param name="Now">When this was read.</param>
    public sealed record View(IReadOnlyList<Exclusion> Rows, bool More, DateTimeOffset Now);

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(ScoreAccess.ExclusionReaders))
            return new NotAllowed();
        var found = db
            .Exclusions.AsNoTracking()
            .Where(e => query.State == null || e.State == query.State)
            .Where(e => query.Month == null || e.Month == query.Month);
        if (door.Readable(by) is { } units)
            found = found.Where(e => units.Contains(e.Unit));
        var rows = await found
            .OrderByDescending(e => e.State == ExclusionState.Asked || e.State == ExclusionState.Reviewed)
            .ThenBy(e => e.State == ExclusionState.Asked || e.State == ExclusionState.Reviewed ? e.DecideDueAt : DateTimeOffset.MaxValue)
            .ThenByDescending(e => e.AskedAt)
            .Take(Most + 1)
            .ToListAsync(ct);
        return new View([.. rows.Take(Most)], rows.Count > Most, door.Now);
    }
}
