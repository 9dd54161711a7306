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
public sealed class RebuildWork(ScoresDb db, Scoped scoped, IRequestJournal journal, ICityRegistry registry, TimeProvider time)
{
    /// <summary>So many differences are told one by one; the others are counted.</summary>
    public const int Shown = 20;

    public sealed record Command
    {
        /// <summary>Only requests that were registered in these months of scores, and the sums of these months; null for all.</summary>
        public IReadOnlyList<DateOnly>? Months { get; init; }

        /// <summary>核对: changes nothing.</summary>
        public bool Verify { get; init; }

        /// <summary>Told how many rows are counted.</summary>
        public IProgress<int>? Progress { get; init; }
    }

    /// <param name="Rows">Of one round of one request in one month, that the journal says are counted.</param>
    /// <param name="Wrong">How many stored ones were missing, different or unfounded.</param>
    /// <param name="First">Some of them.</param>
    /// <param name="Sums">How many sums did not say what their rows give.</param>
    public sealed record Built(int Rows, int Wrong, IReadOnlyList<RowDifference<UnitWork>> First, int Sums);

    public async Task<Outcome<Built>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var (built, filled) = (new Built(0, 0, [], 0), new HashSet<DateOnly>());
        foreach (var cohort in command.Months ?? await Cohorts(ct))
            built =
                command.Verify || await db.Work.AnyAsync(w => w.Cohort == cohort, ct)
                    ? await Compare(cohort, built, command, ct)
                    : await Fill(cohort, built, filled, command, ct);
        // What a round does may count in a later month than its registration.
        foreach (var month in command.Months?.Union(filled) ?? await Months(ct))
            built = built with { Sums = built.Sums + await WorkSums.Settle(db, month, command.Verify, ct) };
        return built;
    }

    /// <summary>Oldest first: from the first registration until today, and those that are stored.</summary>
    private async Task<IReadOnlyList<DateOnly>> Cohorts(CancellationToken ct)
    {
        var cohorts = (await db.Work.Select(w => w.Cohort).Distinct().ToListAsync(ct)).ToHashSet();
        if (await journal.FirstRegistration(ct) is { } first)
            cohorts.UnionWith(MonthSpan.Between(registry.Current, first, time.GetUtcNow()));
        return [.. cohorts.Order()];
    }

    private async Task<IReadOnlyList<DateOnly>> Months(CancellationToken ct)
    {
        var counted = await db.Work.Select(w => w.Month).Distinct().ToListAsync(ct);
        return [.. counted.Union(await db.WorkMonths.Select(m => m.Month).Distinct().ToListAsync(ct)).Order()];
    }

    private Task<IReadOnlyList<RequestId>> Registered(DateOnly cohort, CancellationToken ct)
    {
        var (from, until) = MonthSpan.HoursOf(registry.Current, cohort);
        return journal.Registered(from, until, ct);
    }

    /// <summary>Where nothing is stored, nothing is compared: what the journal says is written at once.</summary>
    private async Task<Built> Fill(DateOnly cohort, Built built, HashSet<DateOnly> months, Command command, CancellationToken ct)
    {
        foreach (var some in (await Registered(cohort, ct)).Chunk(JournalAhead.Batch))
        {
            var told = await scoped.Run<WorkLoad, IReadOnlyList<UnitWork>>(load => load.Fill(some, ct));
            months.UnionWith(told.Select(w => w.Month));
            var first = told.Take(Shown - built.First.Count).Select(w => new RowDifference<UnitWork>(null, w));
            built = new Built(built.Rows + told.Count, built.Wrong + told.Count, [.. built.First, .. first], built.Sums);
            command.Progress?.Report(built.Rows);
        }
        return built;
    }

    private async Task<Built> Compare(DateOnly cohort, Built before, Command command, CancellationToken ct)
    {
        var stored = (await db.Work.AsNoTracking().Where(w => w.Cohort == cohort).ToListAsync(ct)).ToLookup(w => w.RequestId);
        var (rows, wrong, first, registered) = (before.Rows, before.Wrong, before.First.ToList(), await Registered(cohort, ct));
        async Task Note(IEnumerable<(RequestId Request, IEnumerable<UnitWork> Told)> some)
        {
            var differing = new List<RequestId>();
            foreach (var (request, told) in some)
            {
                var differences = WorkRows.Differences(stored[request], told);
                if (differences.Count == 0)
                    continue;
                wrong += differences.Count;
                first.AddRange(differences.Take(Shown - first.Count));
                differing.Add(request);
            }
            if (!command.Verify && differing.Count > 0)
                await scoped.Run<WorkLoad, int>(load => load.Mend(differing, ct));
        }
        await foreach (
            var (some, told) in new JournalAhead(scoped).Read<WorkLoad, IReadOnlyList<UnitWork>>(
                registered,
                (load, of) => load.Told(of, ct)
            )
        )
        {
            var byRequest = told.ToLookup(w => w.RequestId);
            await Note(some.Select(request => (request, byRequest[request].AsEnumerable())));
            rows += told.Count;
            command.Progress?.Report(rows);
        }
        var met = registered.ToHashSet();
        foreach (var some in stored.Select(w => w.Key).Where(request => !met.Contains(request)).Chunk(JournalAhead.Batch))
            await Note(some.Select(request => (request, Enumerable.Empty<UnitWork>())));
        return new Built(rows, wrong, first, before.Sums);
    }
}
