namespace Suiying.Contracts.Channels;

/// <summary>通知用语: what events, channels and languages are called, in Chinese; a localizer says it in the reader's language.</summary>
public static class MessageWords
{
    /// <summary>What happened, in a few words.</summary>
    public static string Chinese(this MessageEvent of) =>
        of switch
        {
            MessageEvent.Registered => "已登记",
            MessageEvent.Split => "拆出另一件",
            MessageEvent.Dispatched => "已派单（写明单位）",
            MessageEvent.Assigned => "已交办（不写单位）",
            MessageEvent.Answered => "已有答复",
            MessageEvent.Refused => "没有受理",
            MessageEvent.Emergency => "已转紧急救助",
            MessageEvent.RefusalUpheld => "复核后仍不受理",
            MessageEvent.RefusalOverturned => "复核后改为受理",
            MessageEvent.MaterialNeeded => "需要补充材料",
            MessageEvent.Extended => "延期",
            MessageEvent.Hung => "列入计划",
            MessageEvent.Terminated => "终止办理",
            MessageEvent.Result => "已有办理结果",
            MessageEvent.HandledAgain => "再办一次",
            MessageEvent.Unreached => "回访没有打通，办结",
            MessageEvent.EndDecided => "督办员决定办结",
            MessageEvent.Ended => "已办结",
            MessageEvent.ClaimAnswered => "权利请求已答复",
            MessageEvent.SupportDispatched => "我也遇到：已派单",
            MessageEvent.SupportAnswered => "我也遇到：已有答复",
            MessageEvent.SupportRefused => "我也遇到：没有受理",
            MessageEvent.SupportResult => "我也遇到：已有结果",
            MessageEvent.SupportWithdrawn => "我也遇到：已撤回",
            MessageEvent.SupportEnded => "我也遇到：已办完",
            MessageEvent.Digest => "汇总",
            MessageEvent.PeriodicalOut => "定期文件（给订阅的工作人员）",
            _ => "确认邮箱",
        };

    /// <summary>Which way.</summary>
    public static string Chinese(this MessageChannel channel) =>
        channel switch
        {
            MessageChannel.Sms => "短信",
            MessageChannel.Email => "邮件",
            MessageChannel.WeChat => "微信",
            _ => "浏览器推送",
        };

    /// <summary>Of zh or en.</summary>
    public static string Language(string code) => code == "en" ? "英文" : "中文";
}
