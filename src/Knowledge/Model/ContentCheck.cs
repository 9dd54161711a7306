using Suiying.Contracts.Registry;
using Suiying.Engines.Tables;

namespace Suiying.Knowledge.Model;

/// <summary>What is wrong with a content, field by field, with what would be right: the same for a form and for a row of a table.</summary>
public static class ContentCheck
{
    public const int LongestTitle = 80;
    public const int LongestAnswer = 4000;
    public const int MostVariants = 20;
    public const int LongestLine = 200;
    public const int LongestText = 1000;
    public const int LongestCycle = 730;

    /// <param name="content">As it was handed in.</param>
    /// <param name="city">Whose areas and categories it names.</param>
    /// <param name="row">Of a table; 0 for a form.</param>
    public static IReadOnlyList<RowProblem> Of(KnowledgeContent content, CitySnapshot city, int row = 0)
    {
        var found = new List<RowProblem>();
        Length("title", content.Title, 4, LongestTitle);
        Length("answer", content.Answer, 10, LongestAnswer);
        Lines("variants", content.Variants, MostVariants);
        Lines("bases", content.Bases, MostVariants);
        Lines("tags", content.Tags, MostVariants);
        Length("materials", content.Materials, 0, LongestText);
        foreach (
            var (field, text) in new[]
            {
                ("place", content.Place),
                ("phone", content.Phone),
                ("hours", content.Hours),
                ("url", content.SourceUrl),
                ("document", content.DocumentNumber),
            }
        )
            Length(field, text, 0, LongestLine);
        if (content.Area is { } area && city.Areas.Find(area) is null)
            Report("area", new Wording("没有地区“{0}”。", area), new Wording("本市区划的编码，如 {0}；全市的空着", city.City.Code));
        if (content.Category is { } category && city.Categories.Find(category) is null)
            Report(
                "category",
                new Wording("没有类别“{0}”。", category),
                new Wording("类别的编码，如 {0}；不分类的空着", city.Categories.Roots.First().Code)
            );
        if (content.From > content.To)
            Report("to", "失效日期早于生效日期。", "生效日期当天或以后；长期有效的空着");
        if (content.ReviewCycleDays is < 1 or > LongestCycle)
            Report("cycle", new Wording("复核周期是 {0} 天。", content.ReviewCycleDays), new Wording("1 至 {0} 天", LongestCycle));
        if (
            content.SourceUrl.Length > 0
            && !(Uri.TryCreate(content.SourceUrl, UriKind.Absolute, out var url) && url.Scheme is "http" or "https")
        )
            Report("url", "来源网址不是网址。", "以 http:// 或 https:// 开头的网址，或空着");
        return found;

        void Length(string field, string text, int least, int most)
        {
            if (text.Length < least)
                Report(
                    field,
                    text.Length == 0 ? "空着。" : new Wording("只有 {0} 个字。", text.Length),
                    new Wording("{0} 至 {1} 个字", least, most)
                );
            else if (text.Length > most)
                Report(field, new Wording("长达 {0} 个字。", text.Length), new Wording("至多 {0} 个字", most));
        }

        void Lines(string field, IReadOnlyList<string> lines, int most)
        {
            if (lines.Count > most)
                Report(field, new Wording("有 {0} 条。", lines.Count), new Wording("至多 {0} 条", most));
            else if (lines.FirstOrDefault(l => l.Length > LongestLine) is { } line)
                Report(field, new Wording("有一条长达 {0} 个字。", line.Length), new Wording("每条至多 {0} 个字", LongestLine));
        }

        void Report(string field, Wording what, Wording right) => found.Add(new RowProblem(row, field, what, right));
    }

    /// <summary>The same beside the fields of a form.</summary>
    public static IEnumerable<FieldProblem> ForForm(IEnumerable<RowProblem> problems) =>
        problems.Select(p => new FieldProblem(p.Field, $"{(Phrase)Said(p.What)}应为：{(Phrase)Said(p.Right)}。"));

    private static string Said(Wording wording) => Translations.Of(wording.Template, wording.Values ?? []);
}
