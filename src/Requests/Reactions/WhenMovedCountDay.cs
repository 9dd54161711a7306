using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Reactions;

/// <summary>
/// Counts a step for the day on which its request was registered. It adds instead of counting anew, so it costs the same however
/// many there are, and is right only because each event takes effect once.
/// </summary>
internal sealed class WhenMovedCountDay(RequestsDb db, ICityRegistry registry) : IConsumer<RequestMoved>
{
    public static string Name => "requests.daily";

    public static bool Wants(RequestMoved happened) =>
        happened.Seq == 1
        || Ends(happened) != 0
        || happened.UndoneDueAt is not null
        || happened.Action is nameof(RequestAction.Reply) or nameof(RequestAction.ImportReply) or nameof(RequestAction.SendBack);

    public async Task When(RequestMoved happened, Delivery delivery, CancellationToken ct)
    {
        var (answered, onTime) = happened switch
        {
            { UndoneDueAt: { } due } => (-1, -IsOnTime(await LastReply(happened, ct), due)),
            { ReplyDueAt: null } => (0, 0),
            { Action: nameof(RequestAction.Reply) or nameof(RequestAction.ImportReply) } => (1, IsOnTime(happened.At, happened.ReplyDueAt)),
            { Action: nameof(RequestAction.SendBack) } => (-1, -IsOnTime(await LastReply(happened, ct), happened.ReplyDueAt)),
            _ => (0, 0),
        };
        var more = new DayCount
        {
            Day = registry.Current.Calendar.DateOf(happened.RegisteredAt),
            Received = happened.Seq == 1 ? 1 : 0,
            Ended = Ends(happened),
            Answered = answered,
            OnTime = onTime,
            Synthetic = happened is { Seq: 1, Synthetic: true } ? 1 : 0,
            Supported = 0,
        };
        await DayCounts.Add(db, more, ct);
    }

    /// <summary>1 where the step ends the request, -1 where it takes it up again.</summary>
    private static int Ends(RequestMoved happened)
    {
        var had = Enum.TryParse<RequestState>(happened.From, out var from) && RequestLifecycle.IsFinal(from);
        return (happened.Ended ? 1 : 0) - (had ? 1 : 0);
    }

    private static int IsOnTime(DateTimeOffset replied, DateTimeOffset? due) => replied <= due ? 1 : 0;

    /// <summary>When the answer that is sent back was given; the step itself does not say.</summary>
    private Task<DateTimeOffset> LastReply(RequestMoved happened, CancellationToken ct) =>
        db
            .Transitions.Where(t => t.RequestId == happened.Request && t.Seq < happened.Seq)
            .Where(t => t.Action == RequestAction.Reply || t.Action == RequestAction.ImportReply)
            .OrderByDescending(t => t.Seq)
            .Select(t => t.At)
            .FirstAsync(ct);
}
