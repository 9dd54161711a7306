using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>
/// 重算得分: makes scored callbacks and counted work anew from the journal, or says where what is stored differs from it. Some requests at a time, so that
/// the longest history needs no more memory than they do.
/// </summary>
public sealed class RebuildScores(ScoresDb db, Scoped scoped, IRequestJournal journal, ICityRegistry registry)
{
    /// <summary>So many differences are told one by one; the others are counted.</summary>
    public const int Shown = 20;

    /// <summary>So many requests are read, compared and written at a time.</summary>
    private const int Batch = 2000;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    public sealed record Command
    {
        /// <summary>Only callbacks of these months of scores, and the work on what was registered in them; null for all.</summary>
        public IReadOnlyList<DateOnly>? Months { get; init; }

        /// <summary>核对: changes nothing.</summary>
        public bool Verify { get; init; }

        /// <summary>Told how many requests are read.</summary>
        public IProgress<int>? Progress { get; init; }
    }

    /// <param name="Rows">That the journal says are counted.</param>
    /// <param name="Wrong">How many stored ones were missing, different or unfounded.</param>
    /// <param name="First">Some of them.</param>
    /// <param name="Sums">How many sums of a month did not say what its rows give.</param>
    public sealed record Tally<TRow>(int Rows, int Wrong, IReadOnlyList<RowDifference<TRow>> First, int Sums)
        where TRow : class
    {
        internal Tally<TRow> With(RowsFound<TRow> found) =>
            new(Rows + found.Rows, Wrong + found.Wrong.Count, [.. First, .. found.Wrong.Take(Shown - First.Count)], Sums);
    }

    /// <param name="Callbacks">One of each request and month in which its person answered.</param>
    /// <param name="Work">One of each round of a request and month in which it counts.</param>
    public sealed record Built(Tally<ScoredCallback> Callbacks, Tally<UnitWork> Work);

    public async Task<Outcome<Built>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        // Nobody waits for a page: the sums of a month of a million callbacks may come from a cold disk.
        db.Database.SetCommandTimeout(Patience);
        var (built, read) = (new Built(new(0, 0, [], 0), new(0, 0, [], 0)), 0);
        // What a round does may count in a later month than its registration.
        var (answered, worked) = (Asked(command), Asked(command));
        foreach (var month in command.Months?.Select(m => (DateOnly?)m) ?? [null])
        await foreach (var found in Walk(month, command.Verify, ct))
        {
            built = new Built(built.Callbacks.With(found.Callbacks), built.Work.With(found.Work));
            // Of the rows themselves they are asked as they are read: to ask for them afterwards goes through all rows once more.
            answered.UnionWith(command.Months is null ? found.Callbacks.Months : found.Callbacks.Wrong.Select(d => d.Row.Month));
            worked.UnionWith(command.Months is null ? found.Work.Months : found.Work.Wrong.Select(d => d.Row.Month));
            command.Progress?.Report(read += found.Requests);
        }
        if (command.Months is null)
        {
            answered.UnionWith(await db.Sums.Select(s => s.Month).Distinct().ToListAsync(ct));
            worked.UnionWith(await db.WorkMonths.Select(m => m.Month).Distinct().ToListAsync(ct));
        }
        var (sums, workSums) = (0, 0);
        foreach (var month in answered.Order())
            sums += await MonthSums.Settle(db, month, command.Verify, ct);
        foreach (var month in worked.Order())
            workSums += await WorkSums.Settle(db, month, command.Verify, ct);
        return new Built(built.Callbacks with { Sums = sums }, built.Work with { Sums = workSums });
    }

    private static HashSet<DateOnly> Asked(Command command) => [.. command.Months ?? []];

    /// <summary>Compares part by part, and mends unless it is only to be told; where nothing is stored, nothing is compared.</summary>
    private async IAsyncEnumerable<ScoresFound> Walk(DateOnly? month, bool verify, [EnumeratorCancellation] CancellationToken ct)
    {
        Task<ScoresFound> Fill(JournalPart part) => scoped.Run<ScoreLoad, ScoresFound>(load => load.Fill(part, month, ct));
        var parts = journal.Parts(Batch, month is { } of ? MonthSpan.HoursOf(registry.Current, of) : null, ct);
        await foreach (var (part, found) in new JournalAhead(scoped).Read(parts, (load, part) => load.Compare(part, month, verify, ct)))
        {
            if (!verify && found?.Differing is [_, ..] differing)
                await Fill(part with { Only = differing });
            yield return found ?? await Fill(part);
        }
    }
}
