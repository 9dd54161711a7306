using Suiying.Contracts.Requests;

namespace Suiying.Channels.Model.Inbox;

/// <summary>What ways and states are called; keys of the texts.</summary>
public static class InboxWords
{
    public static string Of(InboxKind kind) =>
        kind switch
        {
            InboxKind.Sms => "短信",
            InboxKind.Email => "电子邮件",
            InboxKind.Mailbox => "市长信箱",
            InboxKind.LeaderBoard => "领导留言板",
            InboxKind.WeChat => "微信",
            InboxKind.Hotline110 => "110转来",
            _ => "部门转来",
        };

    public static string Of(InboxState state) =>
        state switch
        {
            InboxState.Open => "待处理",
            InboxState.Registered => "已登记",
            InboxState.Added => "已并入",
            _ => "不受理",
        };
}
