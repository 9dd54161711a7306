using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>
/// 重算得分: makes scores anew from the journal, or says where what is stored differs from it. Month by month, so that the longest history needs
/// no more memory than one month.
/// </summary>
public sealed class RebuildScores(ScoresDb db, IRequestJournal journal, ICityRegistry registry, TimeProvider time)
{
    /// <summary>So many differences are told one by one; the others are counted.</summary>
    public const int Shown = 20;

    private const int Batch = 2000;

    public sealed record Command
    {
        /// <summary>Only this month of scores; null for all.</summary>
        public DateOnly? Month { get; init; }

        /// <summary>核对: changes nothing.</summary>
        public bool Verify { get; init; }

        /// <summary>Does nothing where the oldest month is scored already.</summary>
        public bool OnlyFirst { get; init; }

        /// <summary>Told how many callbacks are counted.</summary>
        public IProgress<int>? Progress { get; init; }
    }

    /// <param name="Callbacks">That the journal says are scored; that are stored, where nothing was read.</param>
    /// <param name="Wrong">How many stored ones were missing, different or unfounded.</param>
    /// <param name="First">Some of them.</param>
    /// <param name="Sums">How many sums of a unit and month did not say what its callbacks give.</param>
    public sealed record Built(int Callbacks, int Wrong, IReadOnlyList<RowDifference<ScoredCallback>> First, int Sums);

    public async Task<Outcome<Built>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (command.OnlyFirst && await IsBuilt(ct))
            return new Built(await db.Callbacks.CountAsync(ct), 0, [], 0);
        var built = new Built(0, 0, [], 0);
        var months = await Months(command, ct);
        foreach (var month in command.OnlyFirst ? months.Reverse() : months)
        {
            var (callbacks, wrong, first) = await Compare(month, built.Callbacks, command, ct);
            built = new Built(
                built.Callbacks + callbacks,
                built.Wrong + wrong,
                [.. built.First.Concat(first).Take(Shown)],
                built.Sums + await MonthSums.Settle(db, month, command.Verify, ct)
            );
        }
        return built;
    }

    /// <summary>A first building goes from the newest month to the oldest: where the oldest is there, none was broken off.</summary>
    private async Task<bool> IsBuilt(CancellationToken ct)
    {
        if (await journal.FirstAnswer(ct) is not { } first)
            return true;
        var month = registry.Current.Scores.MonthOf(registry.Current.Calendar.DateOf(first));
        return await db.Sums.AnyAsync(s => s.Month == month, ct);
    }

    /// <summary>Oldest first: from the first answer until today, and those that are stored.</summary>
    private async Task<IEnumerable<DateOnly>> Months(Command command, CancellationToken ct)
    {
        if (command.Month is { } only)
            return [only];
        var (calendar, scheme) = (registry.Current.Calendar, registry.Current.Scores);
        var months = (await db.Callbacks.Select(c => c.Month).Union(db.Sums.Select(s => s.Month)).ToListAsync(ct)).ToHashSet();
        if (await journal.FirstAnswer(ct) is { } first)
        {
            var last = scheme.MonthOf(calendar.DateOf(time.GetUtcNow()));
            for (var month = scheme.MonthOf(calendar.DateOf(first)); month <= last; month = month.AddMonths(1))
                months.Add(month);
        }
        return months.Order();
    }

    private async Task<(int Callbacks, int Wrong, List<RowDifference<ScoredCallback>> First)> Compare(
        DateOnly month,
        int before,
        Command command,
        CancellationToken ct
    )
    {
        var (calendar, scheme) = (registry.Current.Calendar, registry.Current.Scores);
        var (from, until) = scheme.DaysOf(month);
        var excluded = await db
            .Exclusions.Where(e => e.Month == month && e.State == ExclusionState.Granted)
            .ToDictionaryAsync(e => (e.RequestId, e.Seq), e => e.Ground, ct);
        ExclusionGround? Excluded(RequestId request, int seq) => excluded.TryGetValue((request, seq), out var ground) ? ground : null;
        var stored = await db.Callbacks.AsNoTracking().Where(c => c.Month == month).ToDictionaryAsync(c => c.RequestId, ct);
        var (callbacks, wrong, first, batch) = (0, 0, new List<RowDifference<ScoredCallback>>(), new List<RowDifference<ScoredCallback>>());
        async Task Note(RowDifference<ScoredCallback> difference)
        {
            wrong++;
            if (first.Count < Shown)
                first.Add(difference);
            batch.Add(difference);
            if (batch.Count == Batch)
                await Mend(batch, command, ct);
        }
        await foreach (var history in journal.AnsweredBetween(calendar.StartOf(from), calendar.StartOf(until), ct))
        {
            var all = CallbackFold.Of(history, registry.Current, seq => Excluded(history.Request, seq));
            if (all.FirstOrDefault(c => c.Month == month) is not { } told)
                continue;
            callbacks++;
            stored.Remove(told.RequestId, out var row);
            if (row?.Agrees(told) != true)
                await Note(new RowDifference<ScoredCallback>(row, told));
            command.Progress?.Report(before + callbacks);
        }
        foreach (var row in stored.Values)
            await Note(new RowDifference<ScoredCallback>(row, null));
        await Mend(batch, command, ct);
        return (callbacks, wrong, first);
    }

    private async Task Mend(List<RowDifference<ScoredCallback>> batch, Command command, CancellationToken ct)
    {
        if (!command.Verify)
        {
            foreach (var (stored, told) in batch)
            {
                db.Entry((told ?? stored)!).State =
                    stored is null ? EntityState.Added
                    : told is null ? EntityState.Deleted
                    : EntityState.Modified;
            }
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        batch.Clear();
    }
}
