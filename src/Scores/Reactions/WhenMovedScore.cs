using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Reactions;

/// <summary>
/// Scores a request anew when its person has answered, or when it is filed otherwise. It reads the whole history of the request instead of the
/// step, so that no order in which events come, no retry and no restart changes a score.
/// </summary>
internal sealed class WhenMovedScore(CallbackDesk desk) : IConsumer<RequestMoved>
{
    public static string Name => "scores.callbacks";

    public static bool Wants(RequestMoved happened) => happened.Answered || happened.Filed;

    public Task When(RequestMoved happened, Delivery delivery, CancellationToken ct) => desk.Settle(happened.Request, ct);
}
