namespace Suiying.Channels.Model.Messages;

/// <summary>通知用语</summary>
internal static class NoticeWords
{
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
