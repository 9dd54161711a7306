using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>
/// Scored callbacks and counted work of many requests, as the journal and the decided exclusions say. Where a month is given, only callbacks of this month of
/// scores, and the work on what was registered in it.
/// </summary>
public sealed class ScoreLoad(ScoresDb db, IBulkWriter bulk, IRequestJournal journal, ICityRegistry registry)
{
    private static readonly string[] Tables = [ScoresTables.Callbacks, WorkTables.Rows];

    /// <summary>What is stored beside what is told; null where nothing is stored, unless it is to be told all the same.</summary>
    public async Task<ScoresFound?> Compare(JournalPart part, DateOnly? month, bool always, CancellationToken ct)
    {
        // Of every request: what is stored of one that the journal does not know is wrong as well.
        var all = part with
        {
            Only = null,
        };
        var callbacks = await Callbacks(all, month).AsNoTracking().ToListAsync(ct);
        var work = await Work(all, month).AsNoTracking().ToListAsync(ct);
        return always || callbacks.Count + work.Count > 0 ? Beside(await Tell(part, month, ct), callbacks, work) : null;
    }

    /// <summary>
    /// Stores what is told in the place of what is there; sums do not follow, but are settled when all is there. It reads while nobody else writes: what
    /// was read before may be older than what an event has stored since.
    /// </summary>
    public Task<ScoresFound> Fill(JournalPart part, DateOnly? month, CancellationToken ct) =>
        db.Write(
            async () =>
            {
                await FoldedRows.Enter(db, alone: true, Tables, ct);
                var told = await Tell(part, month, ct);
                await Callbacks(part, month).ExecuteDeleteAsync(ct);
                await Work(part, month).ExecuteDeleteAsync(ct);
                await bulk.Insert(db, BulkTable.Of(db, told.Callbacks), ct);
                await bulk.Insert(db, BulkTable.Of(db, told.Work), ct);
                return Beside(told, [], []);
            },
            ct
        );

    private async Task<Told> Tell(JournalPart part, DateOnly? month, CancellationToken ct)
    {
        var excluded = await db
            .Exclusions.Where(e => e.RequestId > part.After && e.RequestId <= part.UpTo && e.State == ExclusionState.Granted)
            .ToDictionaryAsync(e => (e.RequestId, e.Seq), e => e.Ground, ct);
        ExclusionGround? Excluded(RequestId request, int seq) => excluded.TryGetValue((request, seq), out var ground) ? ground : null;
        var (callbacks, work, city) = (new List<ScoredCallback>(), new List<UnitWork>(), registry.Current);
        var histories = await journal.Of(part, ct);
        foreach (var history in histories)
        {
            callbacks.AddRange(
                CallbackFold.Of(history, city, seq => Excluded(history.Request, seq)).Where(c => month is null || c.Month == month)
            );
            work.AddRange(WorkFold.Of(history, city).Where(w => month is null || w.Cohort == month));
        }
        return new Told(histories.Count, callbacks, work);
    }

    private static ScoresFound Beside(Told told, IEnumerable<ScoredCallback> callbacks, IEnumerable<UnitWork> work) =>
        new(told.Requests, Beside(told.Callbacks, callbacks), Beside(told.Work, work));

    private static RowsFound<TRow> Beside<TRow>(List<TRow> told, IEnumerable<TRow> stored)
        where TRow : class, IFoldedRow<TRow>
    {
        var wrong = FoldedRows.Differences(stored, told);
        return new(told.Count, told.Select(r => r.Month).Concat(wrong.Select(d => d.Row.Month)).ToHashSet(), wrong);
    }

    private IQueryable<ScoredCallback> Callbacks(JournalPart part, DateOnly? month)
    {
        var rows = part.Only is { } only
            ? db.Callbacks.Where(c => only.Contains(c.RequestId))
            : db.Callbacks.Where(c => c.RequestId > part.After && c.RequestId <= part.UpTo);
        return month is null ? rows : rows.Where(c => c.Month == month);
    }

    private IQueryable<UnitWork> Work(JournalPart part, DateOnly? month)
    {
        var rows = part.Only is { } only
            ? db.Work.Where(w => only.Contains(w.RequestId))
            : db.Work.Where(w => w.RequestId > part.After && w.RequestId <= part.UpTo);
        return month is null ? rows : rows.Where(w => w.Cohort == month);
    }

    private sealed record Told(int Requests, List<ScoredCallback> Callbacks, List<UnitWork> Work);
}
