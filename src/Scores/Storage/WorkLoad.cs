using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Counted work on many requests, as the journal says.</summary>
public sealed class WorkLoad(ScoresDb db, IBulkWriter bulk, IRequestJournal journal, ICityRegistry registry)
{
    public async Task<IReadOnlyList<UnitWork>> Told(IReadOnlyCollection<RequestId> requests, CancellationToken ct) =>
        [.. (await journal.WorkOn(requests, ct)).SelectMany(history => WorkFold.Of(history, registry.Current))];

    /// <summary>Stores what is told of requests of which nothing was stored; sums do not follow, but are settled when all is there.</summary>
    public Task<IReadOnlyList<UnitWork>> Fill(IReadOnlyCollection<RequestId> requests, CancellationToken ct) =>
        db.Write(
            async () =>
            {
                await WorkRows.Enter(db, alone: true, ct);
                var told = await Told(requests, ct);
                await db.Work.Where(w => requests.Contains(w.RequestId)).ExecuteDeleteAsync(ct);
                await bulk.Insert(db, BulkTable.Of(db, told), ct);
                return told;
            },
            ct
        );

    /// <summary>
    /// Stores what is told of these requests in the place of what is there, their sums included. It reads while nobody else writes: what was read before
    /// may be older than what an event has stored since.
    /// </summary>
    public Task<int> Mend(IReadOnlyCollection<RequestId> requests, CancellationToken ct) =>
        db.Write(
            async () =>
            {
                await WorkRows.Enter(db, alone: true, ct);
                await WorkRows.Settle(db, requests, await Told(requests, ct), ct);
                var saved = await db.SaveChangesAsync(ct);
                db.ChangeTracker.Clear();
                return saved;
            },
            ct
        );
}
