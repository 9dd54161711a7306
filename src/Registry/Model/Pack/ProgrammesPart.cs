using System.Text.Json;
using System.Text.RegularExpressions;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Model.Pack;

/// <summary>The member <c>programmes</c> of city.json: 实施方案. What an entry leaves out is as <see cref="ProgrammeScheme.Usual"/> says.</summary>
internal static partial class ProgrammesPart
{
    public const string Member = "programmes";
    private const int Most = 20,
        MostTasks = 200;

    public static IReadOnlyList<ProgrammeScheme>? Read(JsonPart city, BasesFile bases)
    {
        if (!city.Element.TryGetProperty(Member, out _))
            return null;
        var all = new List<ProgrammeScheme>();
        foreach (var part in city.Objects(Member))
        {
            var programme = Of(part, bases);
            if (all.Exists(p => p.Code == programme.Code))
                part.Report("code", $"方案 {programme.Code} 出现了两次。");
            all.Add(programme);
        }
        if (all.Count > Most)
            city.Report(Member, $"最多 {Most} 个方案。");
        return all;
    }

    public static void Check(PackFolder folder, CityFacts? city, CategoriesFile categories, UnitsFile units)
    {
        foreach (var (programme, p) in (city?.Profile.Programmes ?? []).Select((s, i) => (s, i)))
        {
            foreach (var (task, t) in programme.Tasks.Select((s, i) => (s, i)))
            {
                if (task.Category is { } category && !categories.Categories.Any(c => c.Code == category))
                    folder.Report(CityFile.Name, null, $"{Member}[{p}].tasks[{t}].category", $"没有类别 {category}。", CategoriesFile.Name);
                if (task.Lead.Length > 0 && !units.Units.Any(u => u.Value.Code == task.Lead))
                    folder.Report(CityFile.Name, null, $"{Member}[{p}].tasks[{t}].lead", $"没有单位 {task.Lead}。", UnitsFile.Name);
            }
        }
    }

    public static void Write(Utf8JsonWriter json, ProgrammeScheme programme)
    {
        json.WriteString("code", programme.Code);
        json.WriteString("name", programme.Name);
        if (programme.Text.Length > 0)
            json.WriteString("text", programme.Text);
        if (programme.FirstYear is { } first)
            json.WriteNumber("firstYear", first);
        if (programme.LastYear is { } last)
            json.WriteNumber("lastYear", last);
        json.WriteString("choice", programme.Choice.ToString());
        json.WriteNumber("progressWeight", programme.ProgressWeight);
        json.WriteNumber("acceptanceWeight", programme.AcceptanceWeight);
        json.WriteNumber("moneyWeight", programme.MoneyWeight);
        json.WriteNumber("effectWeight", programme.EffectWeight);
        json.WriteNumber("satisfactionWeight", programme.SatisfactionWeight);
        json.WriteNumber("yellowBehind", programme.YellowBehind);
        json.WriteNumber("redBehind", programme.RedBehind);
        json.WriteNumber("redLateDays", programme.RedLateDays);
        json.WriteNumber("spotCheckPercent", programme.SpotCheckPercent);
        json.WriteNumber("leastAnswers", programme.LeastAnswers);
        json.WriteStartArray("tasks");
        foreach (var task in programme.Tasks)
        {
            json.WriteStartObject();
            json.WriteNumber("year", task.Year);
            json.WriteString("title", task.Title);
            json.WriteString("goal", task.Goal);
            json.WriteString("owner", task.Owner);
            json.WriteString("lead", task.Lead);
            if (task.Category is { } category)
                json.WriteString("category", category);
            json.WriteEndObject();
        }
        json.WriteEndArray();
        json.WriteString("basis", programme.Basis);
        json.WriteBoolean("verified", programme.Verified);
    }

    private static ProgrammeScheme Of(JsonPart part, BasesFile bases)
    {
        var usual = ProgrammeScheme.Usual;
        var programme = new ProgrammeScheme
        {
            Code = part.Text("code"),
            Name = part.Text("name"),
            Text = part.OptionalText("text") ?? "",
            FirstYear = part.Whole("firstYear", 2000, 2199),
            LastYear = part.Whole("lastYear", 2000, 2199),
            Choice = part.OptionalText("choice") is null ? usual.Choice : part.Word<ProgrammeChoice>("choice"),
            ProgressWeight = part.Whole("progressWeight", 0, 100) ?? usual.ProgressWeight,
            AcceptanceWeight = part.Whole("acceptanceWeight", 0, 100) ?? usual.AcceptanceWeight,
            MoneyWeight = part.Whole("moneyWeight", 0, 100) ?? usual.MoneyWeight,
            EffectWeight = part.Whole("effectWeight", 0, 100) ?? usual.EffectWeight,
            SatisfactionWeight = part.Whole("satisfactionWeight", 0, 100) ?? usual.SatisfactionWeight,
            YellowBehind = part.Whole("yellowBehind", 1, 100) ?? usual.YellowBehind,
            RedBehind = part.Whole("redBehind", 1, 100) ?? usual.RedBehind,
            RedLateDays = part.Whole("redLateDays", 1, 365) ?? usual.RedLateDays,
            SpotCheckPercent = part.Whole("spotCheckPercent", 1, 100) ?? usual.SpotCheckPercent,
            LeastAnswers = part.Whole("leastAnswers", 1, 10_000) ?? usual.LeastAnswers,
            Tasks = part.Element.TryGetProperty("tasks", out _) ? [.. part.Objects("tasks").Select(TaskOf)] : [],
            Basis = bases.Cited(part, "basis"),
            Verified = part.Flag("verified", false),
        };
        Judge(part, programme);
        return programme;
    }

    private static void Judge(JsonPart part, ProgrammeScheme programme)
    {
        if (programme.Code.Length > 0 && !CodeShape().IsMatch(programme.Code))
            part.Report("code", $"“{programme.Code}”不能作编码。", "1 至 40 个小写字母、数字和 -");
        if (programme.Name.Length > 40)
            part.Report("name", "方案的名称至多 40 个字。");
        if (programme.FirstYear > programme.LastYear)
            part.Report("lastYear", $"{programme.LastYear} 早于 {programme.FirstYear}。", "firstYear 以后的年份");
        var sum =
            programme.ProgressWeight
            + programme.AcceptanceWeight
            + programme.MoneyWeight
            + programme.EffectWeight
            + programme.SatisfactionWeight;
        if (sum != 100)
            part.Report("progressWeight", $"五项分值之和是 {sum}。", "五个 …Weight 之和为 100");
        if (programme.RedBehind <= programme.YellowBehind)
            part.Report("redBehind", $"redBehind {programme.RedBehind} 不大于 yellowBehind {programme.YellowBehind}。");
        if (programme.Tasks.Count > MostTasks)
            part.Report("tasks", $"最多 {MostTasks} 项任务。");
        if (programme.Tasks.Any(t => !programme.Covers(t.Year)))
            part.Report("tasks", "任务的年份在 firstYear 和 lastYear 之间。");
        if (programme.Tasks.DistinctBy(t => (t.Year, t.Title)).Count() != programme.Tasks.Count)
            part.Report("tasks", "同一年里任务的题目不能重复。");
        if (programme.Choice is ProgrammeChoice.Given && programme.Tasks.Count == 0)
            part.Report("tasks", "方案既定的，要写出任务。");
    }

    private static ProgrammeTask TaskOf(JsonPart part) =>
        new()
        {
            Year = part.Whole("year", 2000, 2199) ?? 0,
            Title = part.Text("title"),
            Goal = part.Text("goal"),
            Owner = part.Text("owner"),
            Lead = part.Text("lead"),
            Category = part.OptionalText("category"),
        };

    [GeneratedRegex("^[a-z0-9-]{1,40}$")]
    private static partial Regex CodeShape();
}
