namespace Suiying.Channels.Model;

// Every refusal that this module can give, on one page. Texts say what happened and what to do.

public sealed record KeyMissing() : Refusal(RefusalKind.Forbidden, "api_key_missing", "api_key：缺少接口密钥，请向热线管理单位申请。");

public sealed record KeyWrong() : Refusal(RefusalKind.Forbidden, "api_key_wrong", "api_key：接口密钥不对或已停用，请向热线管理单位核实。");

public sealed record NotOwnRequest()
    : Refusal(RefusalKind.Forbidden, "not_own_request", "service_request_id：只有提交这件诉求的接口密钥可以补充。");

public sealed record JurisdictionUnknown(string Code)
    : Refusal(RefusalKind.NotFound, "jurisdiction_unknown", $"jurisdiction_id：没有这个辖区，本接口的辖区是{Code}，也可以不填。");

public sealed record ServiceUnknown()
    : Refusal(RefusalKind.NotFound, "service_unknown", "service_code：没有这个事项，请从services中选择。");

public sealed record RequestUnknown()
    : Refusal(RefusalKind.NotFound, "request_unknown", "service_request_id：没有这件诉求，或者它不公开。");

public sealed record FormatUnknown() : Refusal(RefusalKind.NotFound, "format_unknown", "没有这个地址。地址以.xml或.json结尾。");

public sealed record KeyUnknown()
    : Refusal(RefusalKind.NotFound, "key_unknown", "没有这个在用的接口密钥，可能刚被停用。请在接口密钥一览（命令行用 key list）查看。");

public sealed record BodyTooLarge(string Limit) : Refusal(RefusalKind.Invalid, "body_too_large", $"提交的内容太大，不能超过{Limit}。");

public sealed record TooManyCalls(int Seconds) : Refusal(RefusalKind.TooMany, "too_many_calls", $"请求太频繁，请{Seconds}秒后再试。");

public sealed record ExchangeUnknown() : Refusal(RefusalKind.NotFound, "exchange_unknown", "没有这个在用的话务平台，可能刚被停用。");

public sealed record SignatureMissing()
    : Refusal(RefusalKind.Forbidden, "signature_missing", "缺少签名：请带上 webhook-id、webhook-timestamp（秒）和 webhook-signature。");

public sealed record SignatureTooOld()
    : Refusal(RefusalKind.Forbidden, "signature_too_old", "webhook-timestamp 与本机时间相差超过5分钟，请校对发送方的时钟。");

public sealed record SignatureWrong()
    : Refusal(RefusalKind.Forbidden, "signature_wrong", "签名不对，请核对签名密钥和算法（HMAC-SHA256）。");

public sealed record CallGone() : Refusal(RefusalKind.NotFound, "call_gone", "没有这通电话，或它不在您手上。");

public sealed record NoticeUnknown()
    : Refusal(RefusalKind.NotFound, "notice_unknown", "没有这条发不出去的消息，可能刚被重发。请刷新页面。");

public sealed record LinkNotGood() : Refusal(RefusalKind.Forbidden, "link_not_good", "链接不对或已过期。请登录后在通知设置里办理。");

public sealed record LinkJustSent()
    : Refusal(RefusalKind.TooMany, "link_just_sent", "确认链接刚刚发过，请先查收；没有收到，请两分钟后再保存。");

public sealed record LinkNotSent()
    : Refusal(RefusalKind.Conflict, "link_not_sent", "设置已保存，但确认邮件没有发出去。请核对邮箱，两分钟后再保存一次。");

public sealed record WebhookUnknown() : Refusal(RefusalKind.NotFound, "webhook_unknown", "没有这个在用的状态推送，可能刚被停用。");

public sealed record NotConfirmedRevoke() : Refusal(RefusalKind.Invalid, "not_confirmed", "sure：没有停用。请先勾选确认，再按“停用推送”。");

public sealed record PushOff() : Refusal(RefusalKind.Conflict, "push_off", "本市还没有开通浏览器推送。");

public sealed record BrowserNotRight()
    : Refusal(RefusalKind.Invalid, "browser_not_right", "没有读懂浏览器给出的推送地址。请刷新页面，再按“在这个浏览器上接收”。");

public sealed record NotConfirmed() : Refusal(RefusalKind.Invalid, "not_confirmed", "sure：没有停用。请先勾选确认，再按“停用密钥”。");

public sealed record SourceUnknown() : Refusal(RefusalKind.NotFound, "source_unknown", "没有这个在用的来件来源，可能刚被停用。");

public sealed record MessageUnknown() : Refusal(RefusalKind.NotFound, "message_unknown", "没有这条来件，可能已过保存期限。");

public sealed record MessageDecided() : Refusal(RefusalKind.Conflict, "message_decided", "这条来件刚刚已由同事处理。");

public sealed record MessageNotAside() : Refusal(RefusalKind.Conflict, "message_not_aside", "只有不受理的来件可以放回。");

public sealed record MessageInHand(string Who)
    : Refusal(RefusalKind.Conflict, "message_in_hand", $"{Who}正打开着这条来件，请先问一声，或一分钟后再试。");

public sealed record MessageAnonymous()
    : Refusal(RefusalKind.Conflict, "message_anonymous", "这条来件没有来件人，不能并入别人的工单；请登记成工单。");

public sealed record PictureNotFetched()
    : Refusal(RefusalKind.Conflict, "picture_not_fetched", "这张照片没有收到。请再发一次，或用文字写明在哪里、什么事。");

public sealed record WeChatOff() : Refusal(RefusalKind.NotFound, "wechat_off", "本市还没有接入微信公众号。");

public sealed record WeChatNotSealed()
    : Refusal(RefusalKind.Invalid, "wechat_not_sealed", "消息没有加密：请在公众平台“服务器配置”里把消息加解密方式改为安全模式。");

public sealed record WeChatNotRead()
    : Refusal(RefusalKind.Invalid, "wechat_not_read", "读不懂这条消息：请核对 AppID 和消息加解密密钥（SUIYING_WECHAT_KEY）。");

public sealed record WeChatNotSigned()
    : Refusal(RefusalKind.Forbidden, "wechat_not_signed", "签名不对，请核对令牌（SUIYING_WECHAT_TOKEN）。");

public sealed record WeChatTooOld()
    : Refusal(RefusalKind.Forbidden, "wechat_too_old", "timestamp 与本机时间相差超过10分钟，请校对本机的时钟。");
