using System.Text.RegularExpressions;
using Suiying.Kernel;

namespace Suiying.Contracts.Channels;

/// <summary>通知事项: what a person may be told of.</summary>
public enum MessageEvent
{
    /// <summary>已登记</summary>
    Registered,

    /// <summary>拆出另一件</summary>
    Split,

    /// <summary>已派给某单位</summary>
    Dispatched,

    /// <summary>已交办: the same where the unit may not be named.</summary>
    Assigned,

    /// <summary>已有答复</summary>
    Answered,

    /// <summary>没有受理</summary>
    Refused,

    /// <summary>已转紧急救助</summary>
    Emergency,

    /// <summary>经复核仍不受理</summary>
    RefusalUpheld,

    /// <summary>经复核改为受理</summary>
    RefusalOverturned,

    /// <summary>需要补充材料</summary>
    MaterialNeeded,

    /// <summary>需要更长时间</summary>
    Extended,

    /// <summary>已列入计划</summary>
    Hung,

    /// <summary>已终止办理</summary>
    Terminated,

    /// <summary>已有办理结果</summary>
    Result,

    /// <summary>再办一次</summary>
    HandledAgain,

    /// <summary>没有打通，已办结</summary>
    Unreached,

    /// <summary>由督办员决定办结</summary>
    EndDecided,

    /// <summary>已办结</summary>
    Ended,

    /// <summary>权利请求已有答复</summary>
    ClaimAnswered,

    /// <summary>我也遇到：已派单办理</summary>
    SupportDispatched,

    /// <summary>我也遇到：已有答复</summary>
    SupportAnswered,

    /// <summary>我也遇到：没有受理</summary>
    SupportRefused,

    /// <summary>我也遇到：已有办理结果</summary>
    SupportResult,

    /// <summary>我也遇到：已被撤回</summary>
    SupportWithdrawn,

    /// <summary>我也遇到：已办完</summary>
    SupportEnded,

    /// <summary>汇总: several messages in one.</summary>
    Digest,

    /// <summary>定期文件已出: to members of staff who subscribed.</summary>
    PeriodicalOut,

    /// <summary>确认邮箱: goes to the new address, before anything else does.</summary>
    ConfirmEmail,
}

/// <summary>通知渠道, beside the notices in “我的诉求”, which are always there.</summary>
public enum MessageChannel
{
    /// <summary>短信</summary>
    Sms,

    /// <summary>邮件</summary>
    Email,

    /// <summary>浏览器推送</summary>
    Push,

    /// <summary>微信</summary>
    WeChat,
}

/// <summary>消息模板: the words of one event in one language on one channel. Never holds sealed content: its placeholders know none.</summary>
public sealed record MessageTemplate
{
    public const int LongestSubject = 120;
    public const int LongestText = 2000;

    /// <summary>Longest text message: seven parts of 67 characters with room for the values.</summary>
    public const int LongestSms = 300;

    public required MessageEvent Event { get; init; }

    /// <summary>zh or en.</summary>
    public required string Language { get; init; }

    public required MessageChannel Channel { get; init; }

    /// <summary>Subject of a mail, title of a push; null in a text message.</summary>
    public string? Subject { get; init; }

    public required string Text { get; init; }
}

/// <summary>占位符: what a template may leave open, under its Chinese or its English word.</summary>
/// <param name="Chinese">As <c>{编号}</c>.</param>
/// <param name="English">As <c>{number}</c>.</param>
/// <param name="Sample">What a preview shows.</param>
public sealed record MessagePlaceholder(string Chinese, string English, string Sample)
{
    /// <summary>工单编号</summary>
    public static readonly MessagePlaceholder Number = new("编号", "number", "20260302W0000017");

    /// <summary>热线号码</summary>
    public static readonly MessagePlaceholder Hotline = new("热线", "hotline", "12345");

    /// <summary>办理单位</summary>
    public static readonly MessagePlaceholder Unit = new("单位", "unit", "示例单位");

    /// <summary>原编号: of the request from which one was split.</summary>
    public static readonly MessagePlaceholder From = new("原编号", "from", "20260302W0000009");

    /// <summary>评价链接, with the word before it; nothing where there is no link.</summary>
    public static readonly MessagePlaceholder Rate = new("评价", "rate", "https://12345.example/rate/…");

    /// <summary>链接: leads to the page of one's own matters, or confirms an address.</summary>
    public static readonly MessagePlaceholder Link = new("链接", "link", "https://12345.example/my/requests");

    /// <summary>件数 of a digest.</summary>
    public static readonly MessagePlaceholder Count = new("件数", "count", "2");

    /// <summary>清单 of a digest: numbers and states.</summary>
    public static readonly MessagePlaceholder List = new("清单", "list", "…");

    /// <summary>标题 of an issue.</summary>
    public static readonly MessagePlaceholder Title = new("标题", "title", "考核日报（2026年3月2日）");

    /// <summary>摘要 of an issue.</summary>
    public static readonly MessagePlaceholder Summary = new("摘要", "summary", "…");

    /// <summary>What the templates of an event may use.</summary>
    public static IReadOnlyList<MessagePlaceholder> Of(MessageEvent of) =>
        of switch
        {
            MessageEvent.Dispatched => [Number, Unit, Hotline, Link],
            MessageEvent.Split => [Number, From, Hotline, Link],
            MessageEvent.Result => [Number, Rate, Hotline, Link],
            MessageEvent.Digest => [Count, List, Hotline, Link],
            MessageEvent.PeriodicalOut => [Title, Summary, Link, Hotline],
            MessageEvent.ConfirmEmail => [Link, Hotline],
            >= MessageEvent.SupportDispatched and <= MessageEvent.SupportEnded => [Hotline, Link],
            _ => [Number, Hotline, Link],
        };

    /// <summary>What a template of an event must use to be of any use.</summary>
    public static IReadOnlyList<MessagePlaceholder> Needed(MessageEvent of) =>
        of switch
        {
            MessageEvent.ConfirmEmail => [Link],
            MessageEvent.PeriodicalOut => [Summary],
            MessageEvent.Digest => [List],
            >= MessageEvent.SupportDispatched and <= MessageEvent.SupportEnded => [],
            _ => [Number],
        };

    /// <summary>As it is written in a template of a language: {编号} or {number}.</summary>
    public string In(string language) => $"{{{(language == "en" ? English : Chinese)}}}";
}

/// <summary>Reads templates and fills them.</summary>
public static partial class MessageTemplates
{
    /// <summary>What tells one template from another.</summary>
    public static string KeyOf(MessageTemplate template) => $"{template.Event}/{template.Language}/{template.Channel}";

    /// <summary>Whether messages of a channel have a title.</summary>
    public static bool HasSubject(MessageChannel channel) => channel is MessageChannel.Email or MessageChannel.Push;

    /// <summary>What is wrong with a template: the member and what would be right. Nothing where it can be sent.</summary>
    public static IEnumerable<FieldProblem> Problems(MessageTemplate template)
    {
        if (template.Language is not ("zh" or "en"))
            yield return new FieldProblem("language", $"不认识语言“{template.Language}”，应是 zh 或 en。");
        if (!HasSubject(template.Channel) && template.Subject is not null)
            yield return new FieldProblem("subject", "短信和微信没有标题，请留空。");
        if (HasSubject(template.Channel) && template.Subject is not { Length: > 0 and <= MessageTemplate.LongestSubject })
            yield return new FieldProblem("subject", $"请写标题，最多{MessageTemplate.LongestSubject}个字。");
        if (template.Subject?.Any(char.IsControl) == true)
            yield return new FieldProblem("subject", "标题只能有一行。");
        var most = template.Channel == MessageChannel.Sms ? MessageTemplate.LongestSms : MessageTemplate.LongestText;
        if (template.Text.Length == 0 || template.Text.Length > most)
            yield return new FieldProblem("text", $"请写内容，最多{most}个字。");
        var allowed = MessagePlaceholder.Of(template.Event);
        foreach (var (field, text) in new[] { ("subject", template.Subject ?? ""), ("text", template.Text) })
        {
            if (Open().Matches(text).Select(m => m.Groups[1].Value).FirstOrDefault(word => Find(allowed, word) is null) is { } unknown)
                yield return new FieldProblem(field, $"这里没有占位符“{{{unknown}}}”，可以用：{Listed(allowed, template.Language)}。");
            else if (Open().Replace(text, "").AsSpan().IndexOfAny('{', '}') >= 0)
                yield return new FieldProblem(field, $"花括号没有成对。占位符写作：{Listed(allowed, template.Language)}。");
        }
        var missing = MessagePlaceholder
            .Needed(template.Event)
            .Where(p => !Open().Matches(template.Text).Any(m => p.Chinese == m.Groups[1].Value || p.English == m.Groups[1].Value))
            .ToList();
        if (missing.Count > 0)
            yield return new FieldProblem("text", $"内容里缺少：{Listed(missing, template.Language)}。");
    }

    /// <summary>The text with its values; a placeholder that has none becomes nothing.</summary>
    public static string Fill(string text, IReadOnlyDictionary<MessagePlaceholder, string> values) =>
        Open().Replace(text, match => Find([.. values.Keys], match.Groups[1].Value) is { } placeholder ? values[placeholder] : "").Trim();

    /// <summary>All of them, as an administrator writes them.</summary>
    public static string Listed(IEnumerable<MessagePlaceholder> placeholders, string language) =>
        string.Join(' ', placeholders.Select(p => p.In(language)));

    private static MessagePlaceholder? Find(IReadOnlyList<MessagePlaceholder> among, string word) =>
        among.FirstOrDefault(p => p.Chinese == word || p.English == word);

    [GeneratedRegex(@"\{([^{}]*)\}")]
    private static partial Regex Open();
}

/// <summary>The words that hold where a city has none of its own.</summary>
public interface IMessageTexts
{
    /// <summary>The built-in template.</summary>
    MessageTemplate Usual(MessageEvent of, string language, MessageChannel channel);
}
