using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>
/// Sums of months as they were released, kept in the memory of this process: a revision is never changed, it is followed by another. Boards look at
/// all months each time that they are read (治理).
/// </summary>
public sealed class ReleasedMonths
{
    /// <summary>Ten years of months; whoever asks for more begins anew.</summary>
    private const int MostKept = 120;

    private readonly ConcurrentDictionary<(DateOnly Month, int Revision), IReadOnlyList<ReleasedSum>> kept = [];

    /// <summary>All sums of one revision, of units and of categories.</summary>
    public async Task<IReadOnlyList<ReleasedSum>> Of(ScoresDb db, DateOnly month, int revision, CancellationToken ct)
    {
        if (kept.TryGetValue((month, revision), out var sums))
            return sums;
        sums = await db.Released.AsNoTracking().Where(s => s.Month == month && s.Revision == revision).ToListAsync(ct);
        if (kept.Count >= MostKept)
            kept.Clear();
        return kept[(month, revision)] = sums;
    }
}
