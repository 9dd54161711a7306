using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>
/// 重算承办计数: makes counted work anew from the journal, or says where what is stored differs from it. By the month in which requests were
/// registered, so that the longest history needs no more memory than one month.
/// </summary>
public sealed class RebuildWork(ScoresDb db, IRequestJournal journal, ICityRegistry registry, TimeProvider time)
{
    /// <summary>So many differences are told one by one; the others are counted.</summary>
    public const int Shown = 20;

    private const int Batch = 500;

    public sealed record Command
    {
        /// <summary>Only requests that were registered in this month of scores, and the sums of this month; null for all.</summary>
        public DateOnly? Month { get; init; }

        /// <summary>核对: changes nothing.</summary>
        public bool Verify { get; init; }

        /// <summary>Does nothing where the oldest requests are counted already.</summary>
        public bool OnlyFirst { get; init; }

        /// <summary>Told how many rows are counted.</summary>
        public IProgress<int>? Progress { get; init; }
    }

    /// <param name="Rows">Of one round of one request in one month, that the journal says are counted; of the oldest month alone where it was counted already.</param>
    /// <param name="Wrong">How many stored ones were missing, different or unfounded.</param>
    /// <param name="First">Some of them.</param>
    /// <param name="Sums">How many sums did not say what their rows give.</param>
    public sealed record Built(int Rows, int Wrong, IReadOnlyList<RowDifference<UnitWork>> First, int Sums);

    public async Task<Outcome<Built>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var built = new Built(0, 0, [], 0);
        var first = await journal.FirstRegistration(ct);
        if (command.OnlyFirst)
        {
            if (first is not { } oldest)
                return built;
            var month = MonthOf(oldest);
            if (await db.Work.CountAsync(w => w.Cohort == month, ct) is > 0 and var stored)
                return built with { Rows = stored };
        }
        var cohorts = await Cohorts(command, first, ct);
        // A first counting goes from the newest to the oldest: where the oldest is there, none was broken off.
        foreach (var cohort in command.OnlyFirst ? cohorts.Reverse() : cohorts)
            built = await Compare(cohort, built, command, ct);
        foreach (var month in await Months(command, ct))
            built = built with { Sums = built.Sums + await WorkSums.Settle(db, month, command.Verify, ct) };
        return built;
    }

    private DateOnly MonthOf(DateTimeOffset at) => registry.Current.Scores.MonthOf(registry.Current.Calendar.DateOf(at));

    /// <summary>Oldest first: from the first registration until today, and those that are stored.</summary>
    private async Task<IEnumerable<DateOnly>> Cohorts(Command command, DateTimeOffset? first, CancellationToken ct)
    {
        if (command.Month is { } only)
            return [only];
        var cohorts = (await db.Work.Select(w => w.Cohort).Distinct().ToListAsync(ct)).ToHashSet();
        if (first is { } oldest)
            for (var (month, last) = (MonthOf(oldest), MonthOf(time.GetUtcNow())); month <= last; month = month.AddMonths(1))
                cohorts.Add(month);
        return cohorts.Order();
    }

    private async Task<IEnumerable<DateOnly>> Months(Command command, CancellationToken ct)
    {
        if (command.Month is { } only)
            return [only];
        var counted = await db.Work.Select(w => w.Month).Distinct().ToListAsync(ct);
        return counted.Union(await db.WorkMonths.Select(m => m.Month).Distinct().ToListAsync(ct)).Order();
    }

    private async Task<Built> Compare(DateOnly cohort, Built before, Command command, CancellationToken ct)
    {
        var (calendar, (from, until)) = (registry.Current.Calendar, registry.Current.Scores.DaysOf(cohort));
        var stored = (await db.Work.AsNoTracking().Where(w => w.Cohort == cohort).ToListAsync(ct))
            .GroupBy(w => w.RequestId)
            .ToDictionary(g => g.Key, g => g.ToList());
        var (rows, wrong, first, differing) = (before.Rows, before.Wrong, before.First.ToList(), new List<RequestId>());
        void Note(RequestId request, List<RowDifference<UnitWork>> differences)
        {
            if (differences.Count == 0)
                return;
            wrong += differences.Count;
            first.AddRange(differences.Take(Shown - first.Count));
            differing.Add(request);
        }
        await foreach (var history in journal.WorkRegistered(calendar.StartOf(from), calendar.StartOf(until), ct))
        {
            var told = WorkFold.Of(history, registry.Current);
            rows += told.Count;
            stored.Remove(history.Request, out var kept);
            Note(history.Request, WorkRows.Differences(kept ?? [], told));
            command.Progress?.Report(rows);
        }
        foreach (var (request, kept) in stored)
            Note(request, WorkRows.Differences(kept, []));
        if (!command.Verify)
            foreach (var some in differing.Chunk(Batch))
                await Mend(some, ct);
        return new Built(rows, wrong, first, before.Sums);
    }

    /// <summary>Reads the journal again while nobody else writes: what was read before may be older than what an event has stored since.</summary>
    private Task<int> Mend(IReadOnlyCollection<RequestId> requests, CancellationToken ct) =>
        db.Write(
            async () =>
            {
                await WorkRows.Enter(db, alone: true, ct);
                var told = (await journal.WorkOn(requests, ct)).SelectMany(history => WorkFold.Of(history, registry.Current));
                await WorkRows.Settle(db, requests, told, ct);
                var saved = await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
                return saved;
            },
            ct
        );
}
