using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Themes.Model;

namespace Suiying.Themes.Features;

/// <summary>The form of a plan: rows of its lists and milestones, read with every problem at the list in which it stands.</summary>
internal sealed class PlanForm
{
    /// <summary>Empty rows that are offered below those that are filled.</summary>
    private const int Spare = 3;

    private readonly List<FieldProblem> problems = [];

    /// <param name="Text">What is to be done.</param>
    /// <param name="Unit">Code of the unit.</param>
    /// <param name="Due">As it was typed.</param>
    public sealed record Row(string Text, string Unit, string Due)
    {
        public bool IsEmpty => Text.Length == 0 && Due.Length == 0;
    }

    public required string Text { get; init; }

    /// <summary>Of the three lists, in their order, and of the milestones at last.</summary>
    public required IReadOnlyList<IReadOnlyList<Row>> Lists { get; init; }

    /// <summary>What a field of a row is called; the fourth list are the milestones.</summary>
    public static string Name(int list, int row, char part) => $"l{list}{part}{row}";

    /// <summary>The rows of a list with empty ones below, as many as may be added at a time.</summary>
    public IReadOnlyList<Row> Shown(int list) => [.. Lists[list], .. Enumerable.Repeat(new Row("", "", ""), Spare)];

    public static PlanForm Of(Theme theme) =>
        new()
        {
            Text = theme.Plan?.Text ?? "",
            Lists =
            [
                .. Enumerable
                    .Range(0, ThemeScheme.ListCount)
                    .Select(list =>
                        (IReadOnlyList<Row>)[.. (theme.Plan?.Of(list) ?? []).Select(i => new Row(i.Text, i.Unit, Day(i.DueOn)))]
                    ),
                [.. theme.Milestones.Select(m => new Row(m.Text, m.Unit, Day(m.DueOn)))],
            ],
        };

    public static PlanForm Of(IFormCollection form) =>
        new()
        {
            Text = form["plan"].ToString(),
            Lists = [.. Enumerable.Range(0, ThemeScheme.ListCount + 1).Select(list => RowsOf(form, list))],
        };

    /// <summary>What was typed as a plan; a row without words, unit or a day that it needs is told at its list.</summary>
    public Outcome<PlanTheme.Command> Read(Guid theme, int? revision)
    {
        problems.Clear();
        var items = Enumerable
            .Range(0, ThemeScheme.ListCount)
            .SelectMany(list =>
                Lists[list].Select((row, i) => new PlanItem(list, row.Text, row.Unit, DayOf(row, i, $"list{list}", needed: false)))
            )
            .ToList();
        var milestones = Lists[^1]
            .Select((row, i) => new MilestonePlan(row.Text, row.Unit, DayOf(row, i, "milestones", needed: true) ?? default));
        var command = new PlanTheme.Command
        {
            Id = theme,
            Revision = revision,
            Plan = new ThemePlan(Text, items),
            Milestones = [.. milestones],
        };
        return problems.Count > 0 ? Refusal.Invalid(problems) : command;
    }

    private DateOnly? DayOf(Row row, int at, string field, bool needed)
    {
        if (row.Text.Length == 0)
            problems.Add(new FieldProblem(field, $"第 {at + 1} 行没有写事项。"));
        if (row.Unit.Length == 0)
            problems.Add(new FieldProblem(field, $"第 {at + 1} 行没有选责任单位。"));
        var day = IsoDay.In(row.Due);
        if (day is null && (needed || row.Due.Length > 0))
            problems.Add(new FieldProblem(field, $"第 {at + 1} 行的日期应写成 2026-12-31 这样。"));
        return day;
    }

    private static List<Row> RowsOf(IFormCollection form, int list)
    {
        var rows = new List<Row>();
        for (var row = 0; form.ContainsKey(Name(list, row, 't')) && row < 2 * ThemePlan.MostItems; row++)
            rows.Add(new Row(Of('t', row), Of('u', row), Of('d', row)));
        return rows.FindAll(r => !r.IsEmpty);

        string Of(char part, int row) => form[Name(list, row, part)].ToString().Trim();
    }

    private static string Day(DateOnly? day) => day is { } known ? IsoDay.Of(known) : "";
}
