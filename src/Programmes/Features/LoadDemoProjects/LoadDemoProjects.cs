using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>
/// Fills an empty library of projects from a pack's <c>demo/projects.json</c>, by the same steps that people take, from January of this year. What the
/// model refuses is told with the project, and then nothing is loaded.
/// </summary>
public sealed class LoadDemoProjects(ProgrammesDb db, ProjectDoor door, IStaffDirectory staff, IIncomingPhotos photos)
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

        /// <summary>A picture that stands for every proof; without it nothing is accepted.</summary>
        public string? Evidence { get; init; }
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
        var shown = new List<string>();
        if (command.Evidence is { } picture && (await photos.Keep(await File.ReadAllBytesAsync(picture, ct), ct)).Ok(out var kept, out _))
            shown.Add(kept);
        var number = 0;
        foreach (var each in demo)
        {
            var lead = each.Project is { } decided
                ? await staff.Somebody(decided.Lead, Role.UnitHandler, "牵头单位经办岗（演示）", door.Now, ct)
                : supervisor;
            if (Make(each, each.Project is null ? 0 : ++number, (supervisor, leader, lead), shown) is { } no)
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

    private Refusal? Make(DemoProject demo, int number, (Actor Supervisor, Actor Leader, Actor Lead) by, IReadOnlyList<string> shown)
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
                .Make(said, city, demo.Source is ProposalSource.Residents ? resident : by.Supervisor, at)
                .Ok(out var idea, out var refusal)
        )
            return refusal;
        db.Proposals.Add(idea);
        if (demo.Rejected.Length > 0)
            return idea.Reject(demo.Rejected, by.Supervisor, at);
        if (demo.Screening is not { } found)
            return null;
        if (idea.Screen(found, by.Supervisor, at) is { } no)
            return no;
        return demo.Project is { } decided ? Decide(demo, decided, number, idea, by, shown, at) : null;
    }

    private Refusal? Decide(
        DemoProject demo,
        DemoProject.Decided decided,
        int number,
        Proposal idea,
        (Actor Supervisor, Actor Leader, Actor Lead) by,
        IReadOnlyList<string> shown,
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
        if (!Project.Decide(decision, number, idea, city, by.Leader, at).Ok(out var project, out var refusal))
            return refusal;
        if (idea.Adopt(by.Leader, at) is { } no)
            return no;
        db.Projects.Add(project);
        // Without milestones it stands where nobody has planned yet.
        if (decided.Milestones.Count == 0)
            return null;
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
        if (project.Write(plan, milestones, city, by.Lead, at.AddDays(10)) is { } unfit)
            return unfit;
        if (project.Approve(city, by.Supervisor, at.AddDays(20)) is { } open)
            return open;
        foreach (var (milestone, i) in decided.Milestones.OrderBy(m => m.Month).Select((m, i) => (m, i + 1)))
        {
            if (milestone.Report is not { } report)
                continue;
            // Told around the day on which it was due, and never in the future.
            var due = LastDay(project.Year, milestone.Month).AddDays(milestone.Late);
            var told = door.Now.AddDays(Math.Min(0, due.DayNumber - door.Today.DayNumber));
            if (project.Report(i, report, shown, city, by.Lead, told) is { } untold)
                return untold;
            if (
                milestone.Accepted
                && shown.Count > 0
                && project.Settle(i, true, "", city, by.Supervisor, told.AddHours(1)) is { } unsettled
            )
                return unsettled;
        }
        return project.Tell(new ProjectProgress(decided.Done, decided.Paid, door.Today, []), "", city, by.Lead, door.Now);
    }

    private static DateOnly LastDay(int year, int month) => new(year, month, DateTime.DaysInMonth(year, month));
}
