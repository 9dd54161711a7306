using System.Globalization;
using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>A board as one long table: each line is one number with its formula, so that a spreadsheet can filter and nothing is lost.</summary>
public static class BoardCsv
{
    private static readonly string[] Head = ["范围", "代码", "名称", "指标", "数值", "n", "算法", "截至", "数据性质"];

    public static IEnumerable<string[]> Lines(Board board, CitySnapshot city)
    {
        var asOf = city.Local(board.Times.Now).ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture);
        var kind = board.Synthetic || city.City.Synthetic ? Translations.Of("演示数据") : "";
        string[] Line(string range, string code, string name, string figure, object value, object n, string formula) =>
            [
                Translations.Of(range),
                code,
                Translations.Of(name),
                Translations.Of(figure),
                Text(value),
                Text(n),
                Translations.Of(formula),
                asOf,
                kind,
            ];

        yield return [.. Head.Select(Translations.Of)];
        foreach (var line in Counts("全部", "", "", board.All))
            yield return line;
        foreach (var (state, count) in board.ByState)
            yield return Line(
                "状态",
                state.ToString(),
                RequestTexts.Of(state),
                BoardFigure.Open.Name(),
                count,
                "",
                BoardFigure.Open.Formula()
            );
        // Of counties and units only what is not nothing: most units have most figures at 0.
        foreach (var county in board.ByCounty.SelectMany(l => Counts("县（市、区）", l.Code, l.Name, l.Counts, some: true)))
            yield return county;
        foreach (var unit in board.ByUnit.SelectMany(l => Counts("单位", l.Code, l.Name, l.Counts, some: true)))
            yield return unit;
        var (week, weekFormula) = (BoardFigure.ReceivedWeek.Name(), BoardFigure.ReceivedWeek.Formula());
        foreach (var (channel, count) in board.ByChannel)
            yield return Line("渠道", channel.ToString(), RequestTexts.Of(channel), week, count, "", weekFormula);
        foreach (var (type, count) in board.ByType)
            yield return Line("类型", type.ToString(), RequestTexts.Of(type), week, count, "", weekFormula);
        foreach (var (code, name, count) in board.ByCategory)
            yield return Line("类别", code, name, week, count, "", weekFormula);
        foreach (var day in board.ByDay)
        {
            var date = day.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
            yield return Line("日期", date, date, "收到", day.Received, "", "当日登记的工单");
            yield return Line("日期", date, date, "终结", day.Ended, "", "当日办结、答复、撤回、不予受理或转出的工单");
        }

        IEnumerable<string[]> Counts(string range, string code, string name, BoardCounts counts, bool some = false)
        {
            foreach (var figure in board.Figures.Where(f => !some || counts[f] > 0))
                yield return Line(range, code, name, figure.Name(), counts[figure], "", figure.Formula());
            foreach (var (share, title, formula) in Shares(counts).Where(s => !some || s.Share.N > 0))
                yield return Line(range, code, name, title, share.Percent is { } p ? Math.Round(p, 1) : "", share.N, formula);
        }
    }

    /// <summary>The shares of a board with their names and formulas, in the order in which a page shows them.</summary>
    public static IEnumerable<(Share Share, string Name, string Formula)> Shares(BoardCounts counts) =>
        [
            (counts.KeptReplies, "按期答复率（%）", "近30天按期答复 ÷ 近30天应答复"),
            (counts.ReachedShare, "有效回访率（%）", "近30天有效回访 ÷ 近30天办结"),
            (counts.ContactedShare, "联系率（%）", "回访确认已联系 ÷ 有效回访"),
            (counts.SolvedShare, "解决率（%）", "回访确认已解决 ÷ 有效回访"),
            (counts.SatisfiedShare, "满意率（%）", "满意或基本满意 ÷ 有效回访"),
        ];

    private static string Text(object value) => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
}
