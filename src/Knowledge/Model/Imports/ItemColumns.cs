using System.Globalization;

namespace Suiying.Knowledge.Model;

/// <summary>The columns of a table of knowledge, by their word and their Chinese name: those that are read and those that are written.</summary>
public static class ItemColumns
{
    public static IReadOnlyList<(string Word, string Chinese)> All { get; } =
    [
        ("number", "编号"),
        ("title", "标题"),
        ("variants", "其他问法"),
        ("answer", "答案"),
        ("bases", "依据"),
        ("owner", "责任单位"),
        ("area", "地区"),
        ("category", "类别"),
        ("audience", "面向对象"),
        ("tags", "标签"),
        ("materials", "材料"),
        ("place", "地点"),
        ("phone", "电话"),
        ("hours", "办理时间"),
        ("from", "生效日期"),
        ("to", "失效日期"),
        ("cycle", "复核周期（天）"),
        ("url", "来源网址"),
        ("document", "文号"),
    ];

    /// <summary>The Chinese name of a column; any other field as it is.</summary>
    public static string Name(string word) => All.FirstOrDefault(c => c.Word == word).Chinese ?? word;

    /// <summary>Between the lines of one cell.</summary>
    private const char Between = '；';

    public static IEnumerable<string> Cells(KnowledgeItem item, KnowledgeContent c) =>
        [
            item.ExternalNumber ?? "",
            c.Title,
            string.Join(Between, c.Variants),
            c.Answer,
            string.Join(Between, c.Bases),
            item.Owner,
            c.Area ?? "",
            c.Category ?? "",
            KnowledgeWords.Of(c.Audience),
            string.Join(Between, c.Tags),
            c.Materials,
            c.Place,
            c.Phone,
            c.Hours,
            Day(c.From),
            Day(c.To),
            c.ReviewCycleDays.ToString(CultureInfo.InvariantCulture),
            c.SourceUrl,
            c.DocumentNumber,
        ];

    /// <summary>A row that shows how one is filled in.</summary>
    public static IEnumerable<string> Example(string owner, DateOnly today) =>
        [
            "示例-001",
            "示例：居住证怎么办",
            "外地人办居住证要什么；暂住证在哪办",
            "示例答案：写清办理条件、要带的材料、到哪里办、多久办好，用大家听得懂的话。",
            "示例",
            owner,
            "",
            "",
            "所有人",
            "户籍；证件",
            "身份证；租房合同",
            "各派出所户籍窗口",
            "",
            "工作日 9:00—17:00",
            Day(today),
            "",
            "180",
            "",
            "",
        ];

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";
}
