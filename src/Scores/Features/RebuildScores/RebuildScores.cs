using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>重算得分: makes scores anew from the journal, or says where what is stored differs from it.</summary>
public sealed class RebuildScores(ScoresDb db, IRequestJournal journal, ICityRegistry registry)
{
    private const int Batch = 500;

    /// <summary>So many differences are told one by one; the others are counted.</summary>
    public const int Shown = 20;

    public sealed record Command
    {
        /// <summary>Only this month of scores; null for all.</summary>
        public DateOnly? Month { get; init; }

        /// <summary>核对: changes nothing.</summary>
        public bool Verify { get; init; }

        /// <summary>Does nothing where anything is scored already.</summary>
        public bool OnlyFirst { get; init; }

        /// <summary>Told how many requests are read.</summary>
        public IProgress<int>? Progress { get; init; }
    }

    /// <param name="Requests">Whose person answered.</param>
    /// <param name="Callbacks">That the journal says are scored; that are stored, where nothing was read.</param>
    /// <param name="Wrong">How many stored ones were missing, different or unfounded.</param>
    /// <param name="First">Some of them.</param>
    /// <param name="Sums">How many sums of a unit and month did not say what its callbacks give.</param>
    public sealed record Built(int Requests, int Callbacks, int Wrong, IReadOnlyList<RowDifference> First, int Sums);

    public async Task<Outcome<Built>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (command.OnlyFirst && await db.Callbacks.CountAsync(ct) is > 0 and var stored)
            return new Built(0, stored, 0, [], 0);
        var (from, until) = PeriodOf(command.Month);
        var (seen, callbacks, wrong, first) = (new HashSet<RequestId>(), 0, 0, new List<RowDifference>());
        await foreach (var histories in journal.AnsweredBetween(from, until, ct).Chunk(Batch).WithCancellation(ct))
        {
            var told = histories
                .SelectMany(h => CallbackFold.Of(h, registry.Current))
                .Where(c => command.Month is null || c.Month == command.Month)
                .ToList();
            var differences = await CallbackRows.Settle(db, [.. histories.Select(h => h.Request)], told, command.Month, ct);
            if (!command.Verify)
                await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
            seen.UnionWith(histories.Select(h => h.Request));
            (callbacks, wrong) = (callbacks + told.Count, wrong + differences.Count);
            first.AddRange(differences.Take(Shown - first.Count));
            command.Progress?.Report(seen.Count);
        }
        var unfounded = await Unfounded(command, seen, ct);
        first.AddRange(unfounded.Take(Shown - first.Count).Select(c => new RowDifference(c, null)));
        var sums = await UnitMonths.Settle(db, command.Month, command.Verify, ct);
        return new Built(seen.Count, callbacks, wrong + unfounded.Count, first, sums);
    }

    /// <summary>Stored callbacks of requests that the journal does not tell of.</summary>
    private async Task<IReadOnlyList<ScoredCallback>> Unfounded(Command command, HashSet<RequestId> seen, CancellationToken ct)
    {
        var unfounded = new List<ScoredCallback>();
        var stored = db.Callbacks.AsNoTracking().Where(c => command.Month == null || c.Month == command.Month);
        await foreach (var callback in stored.AsAsyncEnumerable().WithCancellation(ct))
            if (!seen.Contains(callback.RequestId))
                unfounded.Add(callback);
        if (command.Verify || unfounded.Count == 0)
            return unfounded;
        db.Callbacks.RemoveRange(unfounded);
        await db.SaveChangesAsync(ct);
        return unfounded;
    }

    private (DateTimeOffset From, DateTimeOffset Until) PeriodOf(DateOnly? month)
    {
        if (month is not { } asked)
            return (DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue.AddDays(-1));
        var (first, next) = registry.Current.Scores.DaysOf(asked);
        return (registry.Current.Calendar.StartOf(first), registry.Current.Calendar.StartOf(next));
    }
}
