using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;
using Suiying.Registry.Storage;

namespace Suiying.Registry.Model;

/// <summary>城市数据用语: the Chinese word of each word that is kept.</summary>
public static class RegistryWords
{
    public static string Chinese(this AreaLevel level) =>
        level switch
        {
            AreaLevel.City => "市",
            AreaLevel.County => "区县",
            AreaLevel.Township => "乡镇、街道",
            AreaLevel.Village => "村、社区",
            _ => level.ToString(),
        };

    public static string Chinese(this EntryKind kind) => Features.LoadSummary.NameOf(kind);

    public static string Chinese(this ProposalState state) =>
        state switch
        {
            ProposalState.Draft => "草稿",
            ProposalState.Planned => "待生效",
            ProposalState.Done => "已生效",
            ProposalState.Discarded => "已放弃",
            _ => "未能生效",
        };

    /// <summary>星期: 1 Monday to 7 Sunday.</summary>
    public static string Weekday(int day) =>
        day switch
        {
            1 => "周一",
            2 => "周二",
            3 => "周三",
            4 => "周四",
            5 => "周五",
            6 => "周六",
            _ => "周日",
        };

    /// <summary>Such as 每天, 周一至周五 or 周一、周三.</summary>
    public static Phrase Weekdays(IReadOnlyList<int> days) =>
        days.Count == 7 ? "每天"
        : days.Count > 2 && days[^1] - days[0] == days.Count - 1 ? (Phrase)$"{(Phrase)Weekday(days[0])}至{(Phrase)Weekday(days[^1])}"
        : string.Join(Translations.Of("、"), days.Select(d => Translations.Of(Weekday(d))));

    /// <summary>Such as 周一至周五 08:00–18:00; a span that ends where it begins is the whole day.</summary>
    public static Phrase Hours(IReadOnlyList<int> days, TimeOnly from, TimeOnly to) =>
        from == to ? (Phrase)$"{Weekdays(days)} 全天"
        : from < to ? (Phrase)$"{Weekdays(days)} {from:HH:mm}–{to:HH:mm}"
        : to == default ? (Phrase)$"{Weekdays(days)} {from:HH:mm}–24:00"
        : (Phrase)$"{Weekdays(days)} {from:HH:mm}–次日 {to:HH:mm}";

    /// <summary>期限种类: 签收, 首次联系, 答复 or 退单.</summary>
    public static Phrase Named(this DeadlineKind kind) => $"{(Phrase)kind.Name()}期限";

    /// <summary>Such as 5 个工作日.</summary>
    public static Phrase Length(this DeadlineRule rule) =>
        rule.Unit switch
        {
            DeadlineUnit.Minutes => (Phrase)$"{rule.Amount} 分钟",
            DeadlineUnit.Hours => (Phrase)$"{rule.Amount} 小时",
            DeadlineUnit.NaturalDays => (Phrase)$"{rule.Amount} 个自然日",
            _ => (Phrase)$"{rule.Amount} 个工作日",
        };

    /// <summary>The basis, and that nobody has read it yet.</summary>
    public static Phrase Cited(this DeadlineRule rule) => rule.Verified ? rule.Basis : (Phrase)$"{rule.Basis}，未核实";

    public static string Chinese(this DeadlineUnit unit) =>
        unit switch
        {
            DeadlineUnit.Minutes => "分钟",
            DeadlineUnit.Hours => "小时",
            DeadlineUnit.NaturalDays => "自然日",
            _ => "工作日",
        };

    public static string Urgency(int grade) =>
        grade switch
        {
            1 => "特急",
            2 => "紧急",
            3 => "一般",
            _ => "疑难",
        };

    /// <summary>For what a rule holds: 法律规定 · 类别 0301 · 紧急.</summary>
    public static string Holds(this DeadlineRule rule) =>
        string.Join(
            " · ",
            new[]
            {
                rule.FromLaw ? Translations.Of("法律规定") : null,
                rule.Category is null ? Translations.Of("全部类别") : Translations.Of("类别 {0}", rule.Category),
                rule.Grade is { } grade ? Translations.Of(Urgency(grade)) : Translations.Of("各等级"),
            }.OfType<string>()
        );

    /// <summary>What a member of an entry is called; the member's own name where it has none.</summary>
    public static string Field(string member) =>
        member switch
        {
            "code" => "代码",
            "name" or "names" => "名称",
            "kind" => "类别",
            "parent" => "上级",
            "area" => "区划",
            "function" => "职能",
            "phone" => "电话",
            "successor" => "承接",
            "level" or "areaLevel" => "级别",
            "grade" => "紧急程度",
            "synonyms" => "同义词",
            "examples" => "例句",
            "tag" => "七有五性",
            "category" => "诉求类别",
            "unit" => "单位",
            "basis" => "依据",
            "order" => "次序",
            "days" => "星期",
            "from" => "从",
            "to" => "到",
            "post" => "岗位",
            "served" => "服务范围",
            "subject" => "标题",
            "text" => "内容",
            "language" => "语言",
            "channel" => "渠道",
            "event" => "通知事项",
            "quiet" => "免打扰时段",
            _ => member,
        };
}
