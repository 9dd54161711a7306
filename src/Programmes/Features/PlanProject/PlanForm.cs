using System.Globalization;
using Microsoft.AspNetCore.Http;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Features;

/// <summary>The form of a plan as it is typed: single fields and rows of shares, sites and milestones, read with every problem where it stands.</summary>
internal sealed class PlanForm
{
    public const string Shares = "s",
        Sites = "p",
        Milestones = "m";

    /// <summary>Empty rows that are offered below those that are filled.</summary>
    private const int Spare = 3;

    private static readonly string[] Single = ["goal", "measure", "target", "baseline", "budget", "source", "beneficiaries", "risk"];

    private readonly Dictionary<string, string> fields = [];
    private readonly Dictionary<string, List<string[]>> rows = [];
    private readonly List<FieldProblem> problems = [];

    /// <summary>What a field was typed with.</summary>
    public string this[string field] => fields.GetValueOrDefault(field, "");

    /// <summary>What a field of a row is called.</summary>
    public static string Name(string table, int row, int cell) => $"{table}{cell}-{row}";

    /// <summary>The rows of a table with empty ones below.</summary>
    public IReadOnlyList<string[]> Shown(string table, int cells) =>
        [.. rows.GetValueOrDefault(table, []), .. Enumerable.Range(0, Spare).Select(_ => Enumerable.Repeat("", cells).ToArray())];

    public static PlanForm Of(Project project)
    {
        var form = new PlanForm();
        form.fields["goal"] = project.Plan?.Goal ?? project.Goal;
        if (project.Plan is not { } plan)
            return form;
        form.fields["measure"] = plan.Measure;
        form.fields["target"] = Amounts.Plain(plan.Target);
        form.fields["baseline"] = Amounts.Plain(plan.Baseline);
        form.fields["budget"] = Amounts.Plain(plan.Budget);
        form.fields["source"] = plan.Source;
        form.fields["beneficiaries"] = plan.Beneficiaries.ToString(CultureInfo.InvariantCulture);
        form.fields["risk"] = plan.Risk;
        form.rows[Shares] = [.. plan.Shares.Select(s => new[] { s.County, Amounts.Plain(s.Target) })];
        form.rows[Sites] = [.. plan.Sites.Select(s => new[] { s.Name, s.Area, Degrees(s.Longitude), Degrees(s.Latitude) })];
        form.rows[Milestones] =
        [
            .. project.Milestones.Select(m =>
                new[] { m.Text, m.Unit, IsoDay.Of(m.DueOn), m.Weight.ToString(CultureInfo.InvariantCulture) }
            ),
        ];
        return form;
    }

    public static PlanForm Of(IFormCollection sent)
    {
        var form = new PlanForm();
        foreach (var name in Single)
            form.fields[name] = sent[name].ToString().Trim();
        form.rows[Shares] = RowsOf(sent, Shares, 2, key: 1);
        form.rows[Sites] = RowsOf(sent, Sites, 4, key: 0);
        form.rows[Milestones] = RowsOf(sent, Milestones, 4, key: 0);
        return form;
    }

    /// <summary>What was typed as a plan; what cannot be read is told at its field or table.</summary>
    public Outcome<PlanProject.Command> Read(Guid project, int? revision, CitySnapshot city)
    {
        problems.Clear();
        var plan = new ProjectPlan
        {
            Goal = this["goal"],
            Measure = this["measure"],
            Target = Amount("target", needed: true),
            Baseline = Amount("baseline", needed: false),
            Budget = Amount("budget", needed: false),
            Source = this["source"],
            Beneficiaries = (int)Math.Clamp(Amount("beneficiaries", needed: false), int.MinValue, int.MaxValue),
            Risk = this["risk"],
            Shares = [.. rows[Shares].Select((r, i) => new ProjectShare(r[0], Cell(r[1], "shares", i)))],
            Sites = [.. rows[Sites].Select((r, i) => new ProjectSite(r[0], AreaOf(r[1], city), Degree(r[2], i), Degree(r[3], i)))],
        };
        var milestones = rows[Milestones]
            .Select((r, i) => new ProjectMilestonePlan(r[0], r[1], DayOf(r[2], i), (int)Math.Clamp(Cell(r[3], "milestones", i), -1, 1000)))
            .ToList();
        return problems.Count > 0
            ? Refusal.Invalid(problems)
            : new PlanProject.Command
            {
                Id = project,
                Revision = revision,
                Plan = plan,
                Milestones = milestones,
            };
    }

    /// <summary>Code or name, as it was typed.</summary>
    private static string AreaOf(string text, CitySnapshot city) =>
        city.Areas.Find(text) is not null ? text : city.Areas.All.FirstOrDefault(a => a.Name == text)?.Code ?? text;

    private decimal Amount(string field, bool needed)
    {
        if (this[field].Length == 0 && !needed)
            return 0;
        if (Amounts.In(this[field]) is { } amount)
            return amount;
        problems.Add(new FieldProblem(field, "请写数字，至多两位小数，如 12 或 3.5。"));
        return 0;
    }

    private decimal Cell(string text, string table, int row)
    {
        if (Amounts.In(text) is { } amount)
            return amount;
        problems.Add(new FieldProblem(table, $"第 {row + 1} 行的数量应写成数字，如 12。"));
        return 0;
    }

    private double Degree(string text, int row)
    {
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var degrees) && double.IsFinite(degrees))
            return degrees;
        problems.Add(new FieldProblem("sites", $"第 {row + 1} 行的经纬度应写成十进制的度，如 115.4648。"));
        return 0;
    }

    private DateOnly DayOf(string text, int row)
    {
        if (IsoDay.In(text) is { } day)
            return day;
        problems.Add(new FieldProblem("milestones", $"第 {row + 1} 行的日期应写成 2026-12-31 这样。"));
        return default;
    }

    /// <summary>A row counts where its own field was typed; a unit alone is only what the list stands on.</summary>
    private static List<string[]> RowsOf(IFormCollection sent, string table, int cells, int key)
    {
        var found = new List<string[]>();
        for (var row = 0; sent.ContainsKey(Name(table, row, 0)) && row < 200; row++)
        {
            var at = row;
            var typed = Enumerable.Range(0, cells).Select(cell => sent[Name(table, at, cell)].ToString().Trim()).ToArray();
            if (typed[key].Length > 0)
                found.Add(typed);
        }
        return found;
    }

    private static string Degrees(double degrees) => degrees.ToString("0.######", CultureInfo.InvariantCulture);
}
