using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Themes.Model;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Features;

/// <summary>
/// Fills an empty library of themes from a pack's <c>demo/themes.json</c>, by the same steps that people take, in the weeks before today. What the
/// model refuses is told with the theme, and then nothing is loaded.
/// </summary>
public sealed class LoadDemoThemes(ThemesDb db, ThemeDoor door, FigureReader figures, IStaffDirectory staff)
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    public sealed record Command
    {
        /// <summary>The JSON file.</summary>
        public required string Path { get; init; }
    }

    /// <summary>How many themes were made; 0 where there were some already.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (await db.Themes.AnyAsync(ct))
            return 0;
        if (!Read(await File.ReadAllTextAsync(command.Path, ct)).Ok(out var demo, out var refusal))
            return refusal;
        var hotline = door.City.Units.All.First(u => u.Kind is UnitKind.Hotline).Code;
        var supervisor = await staff.Somebody(hotline, Role.Supervisor, "督办员（演示）", door.Now, ct);
        var leader = await staff.Somebody(hotline, Role.Leader, "市领导席（演示）", door.Now, ct);
        foreach (var each in demo)
        {
            var lead = await staff.Somebody(each.Lead, Role.UnitHandler, "牵头单位经办岗（演示）", door.Now, ct);
            if (!(await Make(each, supervisor, leader, lead, ct)).Ok(out var theme, out refusal))
                return Refusal.Invalid(new FieldProblem("themes.json", $"{each.Title}：{refusal.Text}"));
            db.Themes.Add(theme);
        }
        return (await door.Save(ct)).Ok(out _, out refusal) ? demo.Count : refusal;
    }

    private static Outcome<List<DemoTheme>> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<DemoTheme>>(json, Strict) ?? [];
        }
        catch (JsonException problem)
        {
            return Refusal.Invalid(new FieldProblem("themes.json", $"不能读：{problem.Path} {problem.Message}"));
        }
    }

    private async Task<Outcome<Theme>> Make(DemoTheme demo, Actor supervisor, Actor leader, Actor lead, CancellationToken ct)
    {
        var (city, now) = (door.City, door.Now);
        // A theme that was started was asked about and decided before; one that is asked about began today.
        var begun = demo.State is ThemeState.Started or ThemeState.Running ? now.AddDays(-city.Themes.OpinionDays - 40) : now;
        var counted = city.Categories.Find(demo.Category) is { } known ? await figures.Of(known.Code, ct) : null;
        var proposal = new ThemeProposal(demo.Title, demo.Category, null, demo.Why);
        if (!Theme.Propose(proposal, counted!, city, supervisor, begun).Ok(out var theme, out var refusal))
            return refusal;
        foreach (var step in Steps(demo, theme, begun, supervisor, leader, lead))
        {
            if (step() is { } no)
                return no;
        }
        return theme;
    }

    private IEnumerable<Func<Refusal?>> Steps(DemoTheme demo, Theme theme, DateTimeOffset begun, Actor supervisor, Actor leader, Actor lead)
    {
        var (city, now) = (door.City, door.Now);
        if (demo.State is ThemeState.Candidate)
            yield break;
        var marks = ScoreCard.Tests.Select(test => new CardMark(3 + (int)test % 2, $"{ThemeWords.Of(test)}（演示评分）"));
        yield return () => theme.Judge([.. marks], theme.Card.Figures, city, supervisor, begun);
        yield return () => theme.Shortlist(city, supervisor, begun);
        if (demo.State is ThemeState.Shortlisted)
            yield break;
        var asked = city.Calendar.DateOf(begun);
        yield return () => theme.Consult(asked.AddDays(city.Themes.OpinionDays - 1), city, supervisor, begun);
        if (demo.State is ThemeState.Consulting)
            yield break;
        var decided = begun.AddDays(city.Themes.OpinionDays);
        var month = city.Calendar.DateOf(decided);
        var decision = new ThemeDecision
        {
            Month = new DateOnly(month.Year, month.Month, 1),
            Lead = demo.Lead,
            Supporting = demo.Supporting,
            Adopted = demo.Adopted,
        };
        yield return () => theme.Decide(decision, default, city, leader, decided);
        yield return () => theme.Start(city, supervisor, decided);
        if (demo.State is ThemeState.Started)
            yield break;
        var plan = new ThemePlan(demo.Plan, [.. demo.Items.Select(i => new PlanItem(i.List, i.Text, demo.Lead, null))]);
        var milestones = demo.Milestones.OrderBy(m => m.Days).ToList();
        yield return () =>
            theme.Write(
                plan,
                [.. milestones.Select(m => new MilestonePlan(m.Text, demo.Lead, door.Today.AddDays(m.Days)))],
                city,
                lead,
                decided
            );
        yield return () => theme.Approve(city, supervisor, decided.AddDays(3));
        for (var i = 0; i < milestones.Count; i++)
        {
            var (number, report) = (i + 1, milestones[i].Report);
            if (report is not null)
                yield return () => theme.Report(number, report, [], city, lead, now);
        }
    }
}
