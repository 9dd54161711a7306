using Suiying.Contracts.Channels;
using Suiying.Design;

namespace Suiying.Channels.Model.Messages;

/// <summary>The built-in words of every message, in both languages: one sentence says what happened, the rest is the same for all.</summary>
public sealed class UsualTexts : IMessageTexts
{
    public MessageTemplate Usual(MessageEvent of, string language, MessageChannel channel) =>
        Spoken.In(
            language,
            () =>
                channel switch
                {
                    MessageChannel.Sms => Made(of, language, channel, null, Say("【{热线}】") + Say(Sentence(of)) + Say(Further(of))),
                    MessageChannel.WeChat => Made(
                        of,
                        language,
                        channel,
                        null,
                        Say(Sentence(of)).Trim() + "\n" + Say(Further(of, mail: true)).Trim()
                    ),
                    MessageChannel.Push => Made(of, language, channel, Say("【{热线}】随应"), Say(Sentence(of))),
                    _ => Made(
                        of,
                        language,
                        channel,
                        Say(Subject(of)),
                        $"{Say("您好：")}\n\n{Say(Sentence(of)).Trim()}\n\n{Say(Further(of, mail: true)).Trim()}"
                    ),
                }
        );

    private static MessageTemplate Made(MessageEvent of, string language, MessageChannel channel, string? subject, string text) =>
        new()
        {
            Event = of,
            Language = language,
            Channel = channel,
            Subject = subject,
            Text = text.Trim(),
        };

    private static string Say(string text) => Translations.Of(text);

    private static string Subject(MessageEvent of) =>
        of switch
        {
            MessageEvent.ConfirmEmail => "请确认您的邮箱",
            MessageEvent.Digest => "您的诉求有{件数}条新进展",
            MessageEvent.PeriodicalOut => "{标题}",
            >= MessageEvent.SupportDispatched and <= MessageEvent.SupportEnded => "您说“我也遇到”的一件事有新进展",
            _ => "您的诉求（编号{编号}）有新进展",
        };

    private static string Further(MessageEvent of, bool mail = false) =>
        of switch
        {
            MessageEvent.ConfirmEmail => "不是您填的，不用理会：没有确认，我们不会再发任何邮件。",
            MessageEvent.PeriodicalOut => "全文：{链接}",
            MessageEvent.Result when mail => "{评价}\n\n查进度请登录“我的诉求”：{链接}，或拨打{热线}。",
            MessageEvent.Result => "查进度请登录“我的诉求”，或拨打{热线}。{评价}",
            >= MessageEvent.SupportDispatched and <= MessageEvent.SupportEnded => "详情请登录“我的诉求”查看，或拨打{热线}。",
            _ when mail => "查进度请登录“我的诉求”：{链接}，或拨打{热线}。",
            _ => "查进度请登录“我的诉求”，或拨打{热线}。",
        };

    private static string Sentence(MessageEvent of) =>
        of switch
        {
            MessageEvent.Registered => "您的诉求（编号{编号}）已登记。",
            MessageEvent.Split => "您的诉求（编号{编号}）是从编号{原编号}拆出的另一件事，单独办理。",
            MessageEvent.Dispatched => "您的诉求（编号{编号}）已派给{单位}办理。",
            MessageEvent.Assigned => "您的诉求（编号{编号}）已交办。",
            MessageEvent.Answered => "您的诉求（编号{编号}）已有答复。",
            MessageEvent.Refused => "您的诉求（编号{编号}）没有受理，原因和应走的渠道请查进度。",
            MessageEvent.Emergency => "您的诉求（编号{编号}）已转紧急救助。",
            MessageEvent.RefusalUpheld => "您的诉求（编号{编号}）经复核仍不受理，理由请查进度。",
            MessageEvent.RefusalOverturned => "您的诉求（编号{编号}）经复核改为受理。",
            MessageEvent.MaterialNeeded => "您的诉求（编号{编号}）需要您补充材料，请查进度。",
            MessageEvent.Extended => "您的诉求（编号{编号}）需要更长时间办理，新的期限请查进度。",
            MessageEvent.Hung => "您的诉求（编号{编号}）暂时解决不了，已列入计划，详情请查进度。",
            MessageEvent.Terminated => "您的诉求（编号{编号}）已终止办理，理由请查进度。",
            MessageEvent.Result => "您的诉求（编号{编号}）已有办理结果，请您查看并评价。",
            MessageEvent.HandledAgain => "您的诉求（编号{编号}）已退回办理单位再办一次。",
            MessageEvent.Unreached => "您的诉求（编号{编号}）多次回访没有打通，已办结。",
            MessageEvent.EndDecided => "您的诉求（编号{编号}）已由督办员决定办结，理由请查进度。",
            MessageEvent.Ended => "您的诉求（编号{编号}）已办结。",
            MessageEvent.ClaimAnswered => "您的诉求（编号{编号}）上的个人信息权利请求已有答复，请查进度。",
            MessageEvent.SupportDispatched => "您说“我也遇到”的一件事已派单办理。",
            MessageEvent.SupportAnswered => "您说“我也遇到”的一件事已有答复。",
            MessageEvent.SupportRefused => "您说“我也遇到”的一件事没有受理。",
            MessageEvent.SupportResult => "您说“我也遇到”的一件事已有办理结果。",
            MessageEvent.SupportWithdrawn => "您说“我也遇到”的一件事已被诉求人撤回；您的情况还在的，请另外反映。",
            MessageEvent.SupportEnded => "您说“我也遇到”的一件事已办完。",
            MessageEvent.Digest => "您的诉求有{件数}条新进展：\n{清单}",
            MessageEvent.PeriodicalOut => "{摘要}",
            _ => "请打开下面的链接，确认这个邮箱是您的：\n{链接}\n链接24小时内有效。",
        };
}
