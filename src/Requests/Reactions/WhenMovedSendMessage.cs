using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Reactions;

/// <summary>Has a person told who wants to be, at the steps where there is something to know or to do: the number, never the matter.</summary>
internal sealed class WhenMovedSendMessage(RequestsDb db, INotifier notifier, ICityRegistry registry, RateLinks links)
    : IConsumer<RequestMoved>
{
    private static readonly RequestAction[] Worth =
    [
        RequestAction.Register,
        RequestAction.Dispatch,
        RequestAction.Designate,
        RequestAction.AnswerAtOnce,
        RequestAction.Refuse,
        RequestAction.TransferEmergency,
        RequestAction.AcceptReply,
        RequestAction.Close,
        RequestAction.UpholdRefusal,
        RequestAction.OverturnRefusal,
        RequestAction.AwaitMaterial,
        RequestAction.GrantExtension,
        RequestAction.GrantHang,
        RequestAction.GrantTermination,
        RequestAction.SecondHandling,
        RequestAction.DecideEnd,
        RequestAction.GrantClaim,
        RequestAction.RefuseClaim,
    ];

    public static string Name => "requests.messages";

    public static bool Wants(RequestMoved happened) =>
        !happened.ByResident
        && !happened.Synthetic
        && Enum.TryParse<RequestAction>(happened.Action, out var action)
        && Worth.Contains(action);

    public async Task When(RequestMoved happened, Delivery delivery, CancellationToken ct)
    {
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == happened.Request, ct);
        if (request is not { PersonId: { } person })
            return;
        // Who is not rung is asked by the link that comes with the result.
        if (!request.WantsReply && !(request.TextOnly && happened.Action == nameof(RequestAction.AcceptReply)))
            return;
        // Whose phone it is may be known to others: of a sealed or secret matter not even the unit is named.
        var unit = request.Shielded ? "" : registry.Current.Units.NameOf(request.Unit);
        var telling = new Telling
        {
            Id = delivery.MessageId,
            Person = new PersonId(person),
            Event = EventOf(Enum.Parse<RequestAction>(happened.Action), request, unit),
            Matter = request.Number,
            Facts = new MessageFacts
            {
                Number = request.Number,
                Unit = unit,
                From = request.SplitFrom,
                Rate = links.To(request),
            },
        };
        await notifier.Tell(telling, ct);
    }

    private static MessageEvent EventOf(RequestAction action, ServiceRequest request, string unit) =>
        action switch
        {
            RequestAction.Register when request.SplitFrom is not null => MessageEvent.Split,
            RequestAction.Register => MessageEvent.Registered,
            RequestAction.Dispatch or RequestAction.Designate when unit.Length > 0 => MessageEvent.Dispatched,
            RequestAction.Dispatch or RequestAction.Designate => MessageEvent.Assigned,
            RequestAction.AnswerAtOnce => MessageEvent.Answered,
            RequestAction.Refuse => MessageEvent.Refused,
            RequestAction.TransferEmergency => MessageEvent.Emergency,
            RequestAction.UpholdRefusal => MessageEvent.RefusalUpheld,
            RequestAction.OverturnRefusal => MessageEvent.RefusalOverturned,
            RequestAction.AwaitMaterial => MessageEvent.MaterialNeeded,
            RequestAction.GrantExtension => MessageEvent.Extended,
            RequestAction.GrantHang => MessageEvent.Hung,
            RequestAction.GrantTermination => MessageEvent.Terminated,
            RequestAction.Close => MessageEvent.Unreached,
            RequestAction.SecondHandling => MessageEvent.HandledAgain,
            RequestAction.DecideEnd => MessageEvent.EndDecided,
            RequestAction.GrantClaim or RequestAction.RefuseClaim => MessageEvent.ClaimAnswered,
            RequestAction.AcceptReply => MessageEvent.Result,
            _ => MessageEvent.Ended,
        };
}
