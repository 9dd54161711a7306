using System.Text.RegularExpressions;

namespace Suiying.Engines.Text.Personal;

/// <summary>Mail addresses and the ids of WeChat and QQ.</summary>
internal static partial class Handles
{
    private static readonly string[] NoIds = ["WECHAT", "WEIXIN", "ALIPAY", "TAOBAO", "DOUYIN", "IPHONE", "ANDROID"];

    public static IEnumerable<PersonalDatum> Emails(FoldedText text) => All(Email(), text, PersonalDataKind.Email, "mail");

    public static IEnumerable<PersonalDatum> Accounts(FoldedText text)
    {
        foreach (
            var found in All(WeChat(), text, PersonalDataKind.WeChat, "id").Concat(All(WeChatAfter(), text, PersonalDataKind.WeChat, "id"))
        )
        {
            var id = found.In(text.Plain).ToUpperInvariant();
            if (!NoIds.Contains(id) && !id.StartsWith("QQ", StringComparison.Ordinal))
                yield return found;
        }
        foreach (var found in All(Qq(), text, PersonalDataKind.Qq, "id").Concat(All(QqAfter(), text, PersonalDataKind.Qq, "id")))
        {
            var digits = found.In(text.Digits).Count(char.IsAsciiDigit);
            if (digits is >= 5 and <= 11)
                yield return found;
        }
    }

    private static IEnumerable<PersonalDatum> All(Regex regex, FoldedText text, PersonalDataKind kind, string group) =>
        regex.Matches(text.Plain).Select(m => new PersonalDatum(kind, m.Groups[group].Index, m.Groups[group].Length));

    [GeneratedRegex(
        @"(?<mail>[A-Za-z0-9][A-Za-z0-9._%+\-]{0,63}\s?@\s?[A-Za-z0-9][A-Za-z0-9\-]{0,62}(?:\s?[.。点]\s?[A-Za-z]{2,10}){1,3})",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Email();

    /// <summary>微信号 after its label; a public account or a group is nobody's.</summary>
    [GeneratedRegex(
        @"(?:微信|威信|薇信|微 ?信|[Ww][Ee][Cc][Hh][Aa][Tt]|[Vv]信|[Ww][Xx]号?|[Vv][Xx]|加[Vv]|加我[Vv]|[Vv]:)(?!公众|群|小程序|支付)[^A-Za-z0-9。；;\n群公]{0,8}?(?<id>[A-Za-z][A-Za-z0-9_\-]{5,19})(?![A-Za-z0-9_@])",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WeChat();

    [GeneratedRegex(
        @"(?<![A-Za-z0-9_\-])(?<id>[A-Za-z][A-Za-z0-9_\-]{5,19})\s?[(,，]?\s?(?:是|为|这个是)?(?:我|他|她|本人)?的?(?:微信|[Vv]信)(?!公众|群|小程序)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex WeChatAfter();

    [GeneratedRegex(
        @"(?:[Qq]{2}|[Qq]号|(?<![A-Za-z])[Qq](?=[ :]?[1-9])|扣扣|企鹅)(?!群|邮箱|音乐)[^0-9A-Za-z。；;\n群]{0,8}?(?<id>[1-9](?:[ \-]?[0-9]){4,10})(?![0-9]|@)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex Qq();

    [GeneratedRegex(
        @"(?<![0-9])(?<id>[1-9](?:[ ]?[0-9]){4,10})\s?[(,，]?\s?(?:是|为|这个是)?(?:我|他|她|本人)?的?(?:[Qq]{2}|扣扣)(?!群)",
        RegexOptions.CultureInvariant
    )]
    private static partial Regex QqAfter();
}
