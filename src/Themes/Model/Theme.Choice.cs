using Suiying.Contracts.Registry;

namespace Suiying.Themes.Model;

/// <content>评分、入围、征求意见、确定: how a candidate becomes a theme of the year.</content>
public sealed partial class Theme
{
    /// <summary>评分: points with reasons, beside the figures of the day.</summary>
    public Refusal? Judge(IReadOnlyList<CardMark> marks, ThemeFigures figures, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Judge, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (CardProblems(marks).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        Card = new ScoreCard(figures, [.. marks.Select(m => m with { Reason = m.Reason.Trim() })]);
        Take(row, string.Join('；', Card.Marks.Select((m, i) => $"{ThemeWords.Of(ScoreCard.Tests[i])} {m.Points}")), city, by, at);
        return null;
    }

    /// <summary>入围: what was judged.</summary>
    public Refusal? Shortlist(CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Shortlist, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (Card.Marks.Count == 0)
            return new NotJudged();
        Take(row, "", city, by, at);
        return null;
    }

    /// <summary>不选用, with the reason.</summary>
    public Refusal? Drop(string reason, OpinionCounts opinions, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Drop, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (TextProblem("text", reason) is { } problem)
            return Refusal.Invalid(problem);
        if (OpinionFrom is not null)
            Opinions = opinions;
        Take(row, reason.Trim(), city, by, at);
        return null;
    }

    /// <summary>重新考虑: a dropped one is a candidate again, and asks anew.</summary>
    public Refusal? Reconsider(string reason, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Reconsider, by, city).Ok(out var row, out var refusal))
            return refusal;
        if (TextProblem("text", reason) is { } problem)
            return Refusal.Invalid(problem);
        (OpinionFrom, OpinionUntil, Opinions) = (null, null, null);
        Take(row, reason.Trim(), city, by, at);
        return null;
    }

    /// <summary>征求意见: from today, for as many days as the city says at least.</summary>
    public Refusal? Consult(DateOnly? until, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Consult, by, city).Ok(out var row, out var refusal))
            return refusal;
        var today = city.Calendar.DateOf(at);
        var least = today.AddDays(city.Themes.OpinionDays - 1);
        if (until is not { } last || last < least || last > today.AddDays(365))
            return Refusal.Invalid(
                new FieldProblem("until", $"征求意见至少 {city.Themes.OpinionDays} 天，截止日期不早于 {least:yyyy-MM-dd}，不晚于一年。")
            );
        (OpinionFrom, OpinionUntil) = (today, last);
        Take(row, $"{today:yyyy-MM-dd} — {last:yyyy-MM-dd}", city, by, at);
        return null;
    }

    /// <summary>确定: the month, one lead, the supporting units, and what became of the opinions.</summary>
    public Refusal? Decide(ThemeDecision decision, OpinionCounts opinions, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!May(ThemeAction.Decide, by, city).Ok(out var row, out var refusal))
            return refusal;
        var today = city.Calendar.DateOf(at);
        if (today <= OpinionUntil)
            return new OpinionsOpen(OpinionUntil.Value);
        if (decision.Problems(city, today).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        (Month, Lead, Adopted, Opinions) = (decision.Month, decision.Lead, decision.Adopted.Trim(), opinions);
        Supporting = string.Join(' ', decision.Supporting.Distinct().Where(u => u != decision.Lead));
        Take(row, $"{Month:yyyy-MM} {city.Units.NameOf(Lead)}", city, by, at);
        return null;
    }

    private static IEnumerable<FieldProblem> CardProblems(IReadOnlyList<CardMark> marks)
    {
        foreach (var test in ScoreCard.Tests)
        {
            var mark = (int)test < marks.Count ? marks[(int)test] : new CardMark(-1, "");
            if (mark.Points is < 0 or > ScoreCard.MostPoints)
                yield return new FieldProblem($"points{(int)test}", $"请打分，0 至 {ScoreCard.MostPoints}。");
            if (mark.Reason.Trim().Length is < 4 or > 500)
                yield return new FieldProblem($"reason{(int)test}", "请写明理由，4 至 500 个字。");
        }
    }
}

/// <summary>主题决定: what a leader decides of a theme.</summary>
public sealed record ThemeDecision
{
    /// <summary>By its first day.</summary>
    public required DateOnly? Month { get; init; }

    /// <summary>Code of the one unit that leads.</summary>
    public required string Lead { get; init; }

    /// <summary>Codes of the others.</summary>
    public required IReadOnlyList<string> Supporting { get; init; }

    /// <summary>意见采纳情况: for everybody to read.</summary>
    public required string Adopted { get; init; }

    internal IEnumerable<FieldProblem> Problems(CitySnapshot city, DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1);
        if (Month is not { Day: 1 } month || month < first || month > first.AddMonths(24))
            yield return new FieldProblem("month", "请选择从本月起两年以内的一个月。");
        if (city.Units.Find(Lead) is not { } lead || lead.IsClosed())
            yield return new FieldProblem("lead", "请选择一个牵头单位。");
        if (Supporting.FirstOrDefault(u => city.Units.Find(u) is not { } unit || unit.IsClosed()) is { } unknown)
            yield return new FieldProblem("supporting", $"没有“{unknown}”这个单位，请从列表中选择。");
        if (Supporting.Count > 20)
            yield return new FieldProblem("supporting", "配合单位至多 20 个。");
        if (Adopted.Trim().Length is < Theme.LeastText or > Theme.LongestText)
            yield return new FieldProblem(
                "adopted",
                $"请写 {Theme.LeastText} 至 {Theme.LongestText} 个字，现在是 {Adopted.Trim().Length} 个字。"
            );
    }
}
