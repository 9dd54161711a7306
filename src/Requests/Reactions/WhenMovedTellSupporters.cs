using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Reactions;

/// <summary>
/// A message to each person who said 我也遇到 and wants to hear of it. It names neither the matter nor its number, which is another
/// person's; nothing is sent any more of a matter that is not public. A message that is sent twice carries the same id.
/// </summary>
internal sealed class WhenMovedTellSupporters(RequestsDb db, ISealedIdentities identities, IMessageSender sender, ICityRegistry registry)
    : IConsumer<RequestMoved>
{
    public static string Name => "requests.supporter-messages";

    public static bool Wants(RequestMoved happened) => !happened.Synthetic && WordsOf(happened.Action) is not null;

    public async Task When(RequestMoved happened, Delivery delivery, CancellationToken ct)
    {
        if (!sender.Ready)
            return;
        var request = await db.Requests.OpenToAll().FirstOrDefaultAsync(r => r.Id == happened.Request, ct);
        if (request is not { Supporters: > 0 })
            return;
        var people = await db
            .Supports.AsNoTracking()
            .Where(s => s.RequestId == request.Id && s.WantsNews && s.PersonId != null)
            .Select(s => s.PersonId!.Value)
            .ToListAsync(ct);
        Translations.Speak(registry.Current.City.Culture);
        var hotline = registry.Current.City.Hotline;
        Phrase what = WordsOf(happened.Action) ?? "有新进展";
        Phrase text = $"【{hotline}】您说“我也遇到”的一件事{what}。详情请登录“我的诉求”查看，或拨打{hotline}。";
        foreach (var person in people)
        {
            var identity = await identities.Open(new PersonId(person), OpeningPurpose.Notice, request.Number, Actor.System, ct);
            if (identity is { Phone.Length: > 0 })
                await sender.Send(new OutgoingMessage(identity.Phone, text) { Id = IdOf(delivery.MessageId, person) }, ct);
        }
    }

    /// <summary>What a supporter is told of a step; null where it is not worth a message.</summary>
    private static Phrase? WordsOf(string action) =>
        action switch
        {
            nameof(RequestAction.AnswerAtOnce) => (Phrase)"已有答复",
            nameof(RequestAction.Refuse) => "没有受理",
            nameof(RequestAction.Dispatch) => "已派单办理",
            nameof(RequestAction.AcceptReply) => "已有办理结果",
            nameof(RequestAction.Withdraw) => "已被诉求人撤回；您的情况还在的，请另外反映",
            nameof(RequestAction.RecordCallback) or nameof(RequestAction.Close) or nameof(RequestAction.Rate) => "已办完",
            _ => null,
        };

    private static Guid IdOf(Guid message, Guid person) =>
        new(SHA256.HashData([.. message.ToByteArray(), .. person.ToByteArray()]).AsSpan(0, 16));
}
