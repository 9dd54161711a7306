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
/// A message to the phone of a person who wants to be told, at the steps where there is something to know or to do. It names the number and
/// never the matter. The phone network is outside the database: a process that dies between sending and removing the event sends the same
/// message id once more.
/// </summary>
internal sealed class WhenMovedSendMessage(
    RequestsDb db,
    ISealedIdentities identities,
    IMessageSender sender,
    ICityRegistry registry,
    RateLinks links
) : IConsumer<RequestMoved>
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
        if (!sender.Ready)
            return;
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Id == happened.Request, ct);
        if (request is not { WantsReply: true, PersonId: { } person })
            return;
        var identity = await identities.Open(new PersonId(person), OpeningPurpose.Notice, request.Number, Actor.System, ct);
        if (identity is not { Phone.Length: > 0 })
            return;
        Translations.Speak(registry.Current.City.Culture);
        var text = TextOf(Enum.Parse<RequestAction>(happened.Action), request, registry.Current) + LinkTo(request);
        await sender.Send(new OutgoingMessage(identity.Phone, text) { Id = delivery.MessageId }, ct);
    }

    private string LinkTo(ServiceRequest request) => links.To(request) is { } link ? Translations.Of("评价：{0}", link) : "";

    private static string TextOf(RequestAction action, ServiceRequest request, CitySnapshot city)
    {
        // Whose phone it is may be known to others: of a sealed or secret matter not even the unit is named.
        var unit = request.Shielded ? "" : city.Units.NameOf(request.Unit);
        Phrase what = action switch
        {
            RequestAction.Register when request.SplitFrom is { } from => (Phrase)$"是从编号{from}拆出的另一件事，单独办理",
            RequestAction.Register => "已登记",
            RequestAction.Dispatch or RequestAction.Designate when unit.Length > 0 => (Phrase)$"已派给{unit}办理",
            RequestAction.Dispatch or RequestAction.Designate => "已交办",
            RequestAction.AnswerAtOnce => "已有答复",
            RequestAction.Refuse => "没有受理，原因和应走的渠道请查进度",
            RequestAction.TransferEmergency => "已转紧急救助",
            RequestAction.UpholdRefusal => "经复核仍不受理，理由请查进度",
            RequestAction.OverturnRefusal => "经复核改为受理",
            RequestAction.AwaitMaterial => "需要您补充材料，请查进度",
            RequestAction.GrantExtension => "需要更长时间办理，新的期限请查进度",
            RequestAction.GrantHang => "暂时解决不了，已列入计划，详情请查进度",
            RequestAction.GrantTermination => "已终止办理，理由请查进度",
            RequestAction.Close => "多次回访没有打通，已办结",
            RequestAction.SecondHandling => "已退回办理单位再办一次",
            RequestAction.DecideEnd => "已由督办员决定办结，理由请查进度",
            RequestAction.GrantClaim or RequestAction.RefuseClaim => "上的个人信息权利请求已有答复，请查进度",
            RequestAction.AcceptReply => "已有办理结果，请您查看并评价",
            _ => "已办结",
        };
        Phrase message =
            $"【{city.City.Hotline}】您的诉求（编号{request.Number}）{what}。查进度请登录“我的诉求”，或拨打{city.City.Hotline}。";
        return message;
    }
}
