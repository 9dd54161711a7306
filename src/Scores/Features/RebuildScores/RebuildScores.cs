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
public sealed class RebuildScores(ScoresDb db, Scoped scoped, IRequestJournal journal, ICityRegistry registry, TimeProvider time)
{
    /// <summary>So many differences are told one by one; the others are counted.</summary>
    public const int Shown = 20;

    public sealed record Command
    {
        /// <summary>Only these months of scores, in this order; null for all.</summary>
        public IReadOnlyList<DateOnly>? Months { get; init; }

        /// <summary>核对: changes nothing.</summary>
        public bool Verify { get; init; }

        /// <summary>Told how many callbacks are counted.</summary>
        public IProgress<int>? Progress { get; init; }
    }

    /// <param name="Callbacks">That the journal says are scored.</param>
    /// <param name="Wrong">How many stored ones were missing, different or unfounded.</param>
    /// <param name="First">Some of them.</param>
    /// <param name="Sums">How many sums of a unit and month did not say what its callbacks give.</param>
    public sealed record Built(int Callbacks, int Wrong, IReadOnlyList<RowDifference<ScoredCallback>> First, int Sums);

    public async Task<Outcome<Built>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var built = new Built(0, 0, [], 0);
        foreach (var month in command.Months ?? await Months(ct))
        {
            built =
                command.Verify || await db.Callbacks.AnyAsync(c => c.Month == month, ct)
                    ? await Compare(month, built, command, ct)
                    : await Fill(month, built, command, ct);
            built = built with { Sums = built.Sums + await MonthSums.Settle(db, month, command.Verify, ct) };
        }
        return built;
    }

    /// <summary>Oldest first: from the first answer until today, and those that are stored.</summary>
    private async Task<IReadOnlyList<DateOnly>> Months(CancellationToken ct)
    {
        var months = (await db.Callbacks.Select(c => c.Month).Union(db.Sums.Select(s => s.Month)).ToListAsync(ct)).ToHashSet();
        if (await journal.FirstAnswer(ct) is { } first)
            months.UnionWith(MonthSpan.Between(registry.Current, first, time.GetUtcNow()));
        return [.. months.Order()];
    }

    private Task<IReadOnlyList<RequestId>> Answered(DateOnly month, CancellationToken ct)
    {
        var (from, until) = MonthSpan.HoursOf(registry.Current, month);
        return journal.Answered(from, until, ct);
    }

    /// <summary>Where nothing is stored, nothing is compared: what the journal says is written at once.</summary>
    private async Task<Built> Fill(DateOnly month, Built built, Command command, CancellationToken ct)
    {
        foreach (var some in (await Answered(month, ct)).Chunk(JournalAhead.Batch))
        {
            var told = await scoped.Run<CallbackLoad, IReadOnlyList<ScoredCallback>>(load => load.Fill(month, some, ct));
            var first = told.Take(Shown - built.First.Count).Select(c => new RowDifference<ScoredCallback>(null, c));
            built = new Built(built.Callbacks + told.Count, built.Wrong + told.Count, [.. built.First, .. first], built.Sums);
            command.Progress?.Report(built.Callbacks);
        }
        return built;
    }

    private async Task<Built> Compare(DateOnly month, Built before, Command command, CancellationToken ct)
    {
        var stored = await db.Callbacks.AsNoTracking().Where(c => c.Month == month).ToDictionaryAsync(c => c.RequestId, ct);
        var (callbacks, wrong, first) = (before.Callbacks, before.Wrong, before.First.ToList());
        async Task Note(IEnumerable<(RequestId Request, ScoredCallback? Row, ScoredCallback? Told)> some)
        {
            var differing = new List<RequestId>();
            foreach (var (request, row, told) in some)
            {
                if (row is not null && told is not null && row.Agrees(told))
                    continue;
                wrong++;
                if (first.Count < Shown)
                    first.Add(new RowDifference<ScoredCallback>(row, told));
                differing.Add(request);
            }
            if (!command.Verify && differing.Count > 0)
                await scoped.Run<CallbackLoad, int>(async load => (await load.Fill(month, differing, ct)).Count);
        }
        ScoredCallback? Taken(RequestId request) => stored.Remove(request, out var row) ? row : null;
        await foreach (
            var (_, told) in new JournalAhead(scoped).Read<CallbackLoad, IReadOnlyList<ScoredCallback>>(
                await Answered(month, ct),
                (load, of) => load.Told(month, of, ct)
            )
        )
        {
            await Note(told.Select(c => (c.RequestId, Taken(c.RequestId), (ScoredCallback?)c)));
            callbacks += told.Count;
            command.Progress?.Report(callbacks);
        }
        foreach (var some in stored.Values.Chunk(JournalAhead.Batch))
            await Note(some.Select(row => (row.RequestId, (ScoredCallback?)row, (ScoredCallback?)null)));
        return new Built(callbacks, wrong, first, before.Sums);
    }
}
