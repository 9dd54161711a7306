using System.Globalization;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Channels;

namespace Suiying.Channels.Model.Phone;

/// <summary>Calls as people read of them.</summary>
internal static class PhoneWords
{
    /// <summary>1分05秒</summary>
    public static string Of(IStringLocalizer<Texts> t, TimeSpan? span) =>
        span is not { } known ? t["无"]
        : known.TotalMinutes < 1 ? t["{0}秒", (int)known.TotalSeconds]
        : t["{0}分{1}秒", (int)known.TotalMinutes, known.Seconds.ToString("00", CultureInfo.InvariantCulture)];

    public static string Of(CallState state) =>
        state switch
        {
            CallState.Waiting => "排队中",
            CallState.Ringing => "振铃",
            CallState.Talking => "通话中",
            CallState.WrappingUp => "整理中",
            CallState.Done => "已接听",
            _ => "未接通",
        };
}
