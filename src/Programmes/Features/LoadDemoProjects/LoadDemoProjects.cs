using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>
/// Fills an empty library of projects from a pack's <c>demo/projects.json</c>, by the same steps that people take, from January of this year. What the
/// model refuses is told with the project, and then nothing is loaded.
/// </summary>
public sealed class LoadDemoProjects(ProgrammesDb db, ProjectDoor door, IStaffDirectory staff)
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

    /// <summary>How many proposals were made; 0 where there were some already.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (await db.Proposals.AnyAsync(ct))
            return 0;
        if (!Read(await File.ReadAllTextAsync(command.Path, ct)).Ok(out var demo, out var refusal))
            return refusal;
        var hotline = door.City.Units.All.First(u => u.Kind is UnitKind.Hotline).Code;
        var supervisor = await staff.Somebody(hotline, Role.Supervisor, "督办员（演示）", door.Now, ct);
        var leader = await staff.Somebody(hotline, Role.Leader, "市领导席（演示）", door.Now, ct);
        var number = 0;
        foreach (var each in demo)
        {
            var lead = each.Project is { } decided
                ? await staff.Somebody(decided.Lead, Role.UnitHandler, "牵头单位经办岗（演示）", door.Now, ct)
                : supervisor;
            if (Make(each, each.Project is null ? 0 : ++number, supervisor, leader, lead) is { } no)
                return Refusal.Invalid([new FieldProblem("projects.json", $"{each.Title}：{no.Text}"), .. no.Fields]);
        }
        return (await door.Save(ct)).Ok(out _, out refusal) ? demo.Count : refusal;
    }

    private static Outcome<List<DemoProject>> Read(string json)
    {
        try
        {
            return JsonSerializer.Deserialize<List<DemoProject>>(json, Strict) ?? [];
        }
        catch (JsonException problem)
        {
            return Refusal.Invalid(new FieldProblem("projects.json", $"不能读：{problem.Path} {problem.Message}"));
        }
    }

    private Refusal? Make(DemoProject demo, int number, Actor supervisor, Actor leader, Actor lead)
    {
        var (city, year) = (door.City, door.Today.Year);
        // What was decided was proposed in the year before; what waits was proposed today.
        var at = demo.Project is null ? door.Now : door.Now.AddDays(-Math.Max(40, door.Today.DayOfYear - 10));
        var said = new ProposalText
        {
            Programme = city.Programmes[0].Code,
            Year = demo.Project is null ? year + 1 : year,
            Title = demo.Title,
            Text = demo.Text,
            Source = demo.Source,
            From = demo.From,
            Category = demo.Category,
            Area = city.City.Code,
        };
        // Residents' ideas come from nobody in the demo.
        var resident = Actor.Resident(Guid.CreateVersion7(at));
        if (
            !Proposal
                .Make(said, city, demo.Source is ProposalSource.Residents ? resident : supervisor, at)
                .Ok(out var idea, out var refusal)
        )
            return refusal;
        db.Proposals.Add(idea);
        if (demo.Rejected.Length > 0)
            return idea.Reject(demo.Rejected, supervisor, at);
        if (demo.Screening is not { } found)
            return null;
        if (idea.Screen(found, supervisor, at) is { } no)
            return no;
        return demo.Project is { } decided ? Decide(demo, decided, number, idea, supervisor, leader, lead, at) : null;
    }

    private Refusal? Decide(
        DemoProject demo,
        DemoProject.Decided decided,
        int number,
        Proposal idea,
        Actor supervisor,
        Actor leader,
        Actor lead,
        DateTimeOffset at
    )
    {
        var city = door.City;
        var decision = new ProjectDecision
        {
            Programme = idea.Programme,
            Year = idea.Year,
            Title = demo.Title,
            Goal = decided.Goal,
            Owner = decided.Owner,
            Level = AreaLevel.City,
            Lead = decided.Lead,
            Supporting = decided.Supporting,
            Category = demo.Category,
            Area = city.City.Code,
            By = "市政府常务会议（演示）",
        };
        if (!Project.Decide(decision, number, idea, city, leader, at).Ok(out var project, out var refusal))
            return refusal;
        if (idea.Adopt(leader, at) is { } no)
            return no;
        db.Projects.Add(project);
        var plan = new ProjectPlan
        {
            Goal = decided.Goal,
            Measure = decided.Measure,
            Target = decided.Target,
            Baseline = 0,
            Budget = decided.Budget,
            Source = "市级财政（演示）",
            Beneficiaries = demo.Screening?.Beneficiaries ?? 0,
            Sites = decided.Sites,
        };
        var milestones = decided
            .Milestones.Select(m => new ProjectMilestonePlan(m.Text, decided.Lead, LastDay(project.Year, m.Month), m.Weight))
            .ToList();
        if (project.Write(plan, milestones, city, lead, at.AddDays(10)) is { } unfit)
            return unfit;
        if (project.Approve(city, supervisor, at.AddDays(20)) is { } open)
            return open;
        foreach (var (milestone, i) in decided.Milestones.OrderBy(m => m.Month).Select((m, i) => (m, i + 1)))
        {
            if (milestone.Report is { } report && project.Report(i, report, [], city, lead, door.Now) is { } untold)
                return untold;
        }
        return project.Tell(new ProjectProgress(decided.Done, decided.Paid, door.Today, []), "", city, lead, door.Now);
    }

    private static DateOnly LastDay(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
