using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Reactions;

/// <summary>
/// Scores a request anew when its person has answered. It reads the whole history of the request instead of the step, so that no order in
/// which events come, no retry and no restart changes a score.
/// </summary>
internal sealed class WhenMovedScore(ScoresDb db, IRequestJournal journal, ICityRegistry registry) : IConsumer<RequestMoved>
{
    public static string Name => "scores.callbacks";

    public static bool Wants(RequestMoved happened) => happened.Answered;

    public async Task When(RequestMoved happened, Delivery delivery, CancellationToken ct)
    {
        var told = await journal.Of(happened.Request, ct) is { } history ? CallbackFold.Of(history, registry.Current) : [];
        foreach (var (before, after) in await CallbackRows.Settle(db, happened.Request, told, ct))
        {
            if (before is not null)
                await UnitMonths.Move(db, before, -1, ct);
            if (after is not null)
                await UnitMonths.Move(db, after, 1, ct);
        }
    }
}
