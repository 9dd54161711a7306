using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Reactions;

/// <summary>
/// A message to each person who said 我也遇到 and wants to hear of it. It names neither the matter nor its number, which is another
/// person's; nothing is sent any more of a matter that is not public. A message that is sent twice carries the same id.
/// </summary>
internal sealed class WhenMovedTellSupporters(RequestsDb db, INotifier notifier) : IConsumer<RequestMoved>
{
    public static string Name => "requests.supporter-messages";

    public static bool Wants(RequestMoved happened) => !happened.Synthetic && EventOf(happened.Action) is not null;

    public async Task When(RequestMoved happened, Delivery delivery, CancellationToken ct)
    {
        if (EventOf(happened.Action) is not { } told)
            return;
        var request = await db.Requests.OpenToAll().FirstOrDefaultAsync(r => r.Id == happened.Request, ct);
        if (request is not { Supporters: > 0 })
            return;
        var people = await db
            .Supports.AsNoTracking()
            .Where(s => s.RequestId == request.Id && s.WantsNews && s.PersonId != null)
            .Select(s => s.PersonId!.Value)
            .ToListAsync(ct);
        foreach (var person in people)
        {
            var telling = new Telling
            {
                Id = IdOf(delivery.MessageId, person),
                Person = new PersonId(person),
                Event = told,
                Matter = request.Number,
            };
            await notifier.Tell(telling, ct);
        }
    }

    /// <summary>What a supporter is told of a step; null where it is not worth a message.</summary>
    private static MessageEvent? EventOf(string action) =>
        action switch
        {
            nameof(RequestAction.AnswerAtOnce) => MessageEvent.SupportAnswered,
            nameof(RequestAction.Refuse) => MessageEvent.SupportRefused,
            nameof(RequestAction.Dispatch) => MessageEvent.SupportDispatched,
            nameof(RequestAction.AcceptReply) => MessageEvent.SupportResult,
            nameof(RequestAction.Withdraw) => MessageEvent.SupportWithdrawn,
            nameof(RequestAction.RecordCallback) or nameof(RequestAction.Close) or nameof(RequestAction.Rate) => MessageEvent.SupportEnded,
            _ => null,
        };

    private static Guid IdOf(Guid message, Guid person) =>
        new(SHA256.HashData([.. message.ToByteArray(), .. person.ToByteArray()]).AsSpan(0, 16));
}
