using Suiying.Contracts.Channels;

namespace Suiying.Channels.Model.Messages;

/// <summary>通知用语</summary>
internal static class MessageWords
{
    public static string Chinese(this MessageChannel channel) =>
        channel switch
        {
            MessageChannel.Sms => "短信",
            MessageChannel.Email => "邮件",
            _ => "浏览器推送",
        };

    public static string Chinese(this NoticeState state) =>
        state switch
        {
            NoticeState.Waiting => "待发",
            NoticeState.Sent => "已发",
            NoticeState.Dead => "发不出去",
            _ => "不用发",
        };

    public static string Chinese(this DigestRhythm digest) =>
        digest switch
        {
            DigestRhythm.Daily => "每天一次",
            DigestRhythm.Weekly => "每周一次",
            _ => "随时",
        };
}
