using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Makes what is stored of one request say what the journal and the decided exclusions say, its sums included, inside the current transaction.</summary>
public sealed class CallbackDesk(ScoresDb db, IRequestJournal journal, ICityRegistry registry)
{
    public async Task Settle(RequestId request, CancellationToken ct)
    {
        await FoldedRows.Enter(db, alone: false, [ScoresTables.Callbacks], ct);
        // Two that settle one request at once would each move the sums by the same difference.
        if (db.Kind is DatabaseKind.Postgres)
            await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({BitConverter.ToInt64(request.Value.ToByteArray(), 8)})", ct);
        var excluded = await db
            .Exclusions.Where(e => e.RequestId == request && e.State == ExclusionState.Granted)
            .ToDictionaryAsync(e => e.Seq, e => e.Ground, ct);
        var told = await journal.Of(request, ct) is { } history
            ? CallbackFold.Of(history, registry.Current, seq => excluded.TryGetValue(seq, out var ground) ? ground : null)
            : [];
        var stored = await db.Callbacks.Where(c => c.RequestId == request).ToListAsync(ct);
        foreach (var (before, after) in FoldedRows.Settle(db.Callbacks, stored, told))
            await MonthSums.Move(db, before, after, ct);
    }
}
