using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Reactions;

/// <summary>
/// Counts the work on a request anew when a step of it was taken, or when it is filed otherwise and perhaps shielded. It reads the whole history of the
/// request instead of the step, so that no order in which events come, no retry and no restart changes a sum.
/// </summary>
internal sealed class WhenMovedCountWork(ScoresDb db, IRequestJournal journal, ICityRegistry registry) : IConsumer<RequestMoved>
{
    public static string Name => "scores.work";

    public static bool Wants(RequestMoved happened) => happened.Worked || happened.Filed;

    public async Task When(RequestMoved happened, Delivery delivery, CancellationToken ct)
    {
        await FoldedRows.Enter(db, alone: false, [WorkTables.Rows], ct);
        var told = await journal.Of(happened.Request, ct) is { } history ? WorkFold.Of(history, registry.Current) : [];
        var stored = await db.Work.Where(w => w.RequestId == happened.Request).ToListAsync(ct);
        await WorkSums.Move(db, FoldedRows.Settle(db.Work, stored, told), ct);
    }
}
