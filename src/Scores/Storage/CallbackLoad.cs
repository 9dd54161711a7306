using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Callbacks of many requests in one month of scores, as the journal and the decided exclusions say.</summary>
public sealed class CallbackLoad(ScoresDb db, IBulkWriter bulk, IRequestJournal journal, ICityRegistry registry)
{
    public async Task<IReadOnlyList<ScoredCallback>> Told(DateOnly month, IReadOnlyCollection<RequestId> requests, CancellationToken ct)
    {
        var excluded = await db
            .Exclusions.Where(e => e.Month == month && e.State == ExclusionState.Granted)
            .ToDictionaryAsync(e => (e.RequestId, e.Seq), e => e.Ground, ct);
        ExclusionGround? Excluded(RequestId request, int seq) => excluded.TryGetValue((request, seq), out var ground) ? ground : null;
        return
        [
            .. (await journal.Of(requests, ct))
                .SelectMany(history => CallbackFold.Of(history, registry.Current, seq => Excluded(history.Request, seq)))
                .Where(callback => callback.Month == month),
        ];
    }

    /// <summary>
    /// Stores them in the place of what is there; sums do not follow. It reads while nobody else writes: what was read before may be older than what an
    /// event has stored since.
    /// </summary>
    public Task<IReadOnlyList<ScoredCallback>> Fill(DateOnly month, IReadOnlyCollection<RequestId> requests, CancellationToken ct) =>
        db.Write(
            async () =>
            {
                if (db.Kind is DatabaseKind.Postgres)
                    await db.Database.ExecuteSqlRawAsync("LOCK TABLE scores_callbacks IN SHARE ROW EXCLUSIVE MODE", ct);
                var told = await Told(month, requests, ct);
                await db.Callbacks.Where(c => c.Month == month && requests.Contains(c.RequestId)).ExecuteDeleteAsync(ct);
                await bulk.Insert(db, BulkTable.Of(db, told), ct);
                return told;
            },
            ct
        );
}
