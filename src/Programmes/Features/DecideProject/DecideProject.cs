using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Programmes.Model;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Features;

/// <summary>确定立项: a leader signs what was decided, for a proposal or for all that stands in a programme for a year.</summary>
public sealed class DecideProject(ProgrammesDb db, ProjectDoor door)
{
    public sealed record Command
    {
        /// <summary>The proposal.</summary>
        public required Guid Proposal { get; init; }

        public required int? Revision { get; init; }

        public required ProjectDecision Decision { get; init; }
    }

    public async Task<Outcome<Guid>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.LoadProposal(command.Proposal, command.Revision, ct)).Ok(out var proposal, out var refusal))
            return refusal;
        if (door.City.ProgrammeOf(proposal.Programme).Choice is ProgrammeChoice.Vote && !await Elected(proposal, ct))
            return new NotElected();
        var decision = command.Decision with { Programme = proposal.Programme, Year = proposal.Year };
        var number = await door.NextNumber(decision.Programme, decision.Year, ct);
        if (!Project.Decide(decision, number, proposal, door.City, by, door.Now).Ok(out var project, out refusal))
            return refusal;
        if (proposal.Adopt(by, door.Now) is { } no)
            return no;
        db.Projects.Add(project);
        return (await door.Save(ct)).Ok(out _, out refusal) ? project.Id : refusal;
    }

    /// <summary>方案任务 of a programme's year that have no project yet.</summary>
    public async Task<IReadOnlyList<ProgrammeTask>> Waiting(ProgrammeScheme programme, int year, CancellationToken ct)
    {
        var there = await db.Projects.Where(p => p.Programme == programme.Code && p.Year == year).Select(p => p.Title).ToListAsync(ct);
        return [.. programme.Tasks.Where(t => t.Year == year && !there.Contains(t.Title))];
    }

    /// <summary>按方案立项: all tasks of the year that have no project yet; how many were made.</summary>
    public async Task<Outcome<int>> Adopt(string programme, int year, Actor by, CancellationToken ct)
    {
        var scheme = door.City.ProgrammeOf(programme);
        var tasks = await Waiting(scheme, year, ct);
        var number = await door.NextNumber(programme, year, ct);
        foreach (var (task, i) in tasks.Select((t, i) => (t, i)))
        {
            var decision = new ProjectDecision
            {
                Programme = programme,
                Year = year,
                Title = task.Title,
                Goal = task.Goal,
                Owner = task.Owner,
                Level = AreaLevel.City,
                Lead = task.Lead,
                Category = task.Category ?? "",
                Area = door.City.City.Code,
                By = scheme.Name,
            };
            if (!Project.Decide(decision, number + i, null, door.City, by, door.Now).Ok(out var project, out var refusal))
                return refusal;
            db.Projects.Add(project);
        }
        return (await door.Save(ct)).Ok(out _, out var unsaved) ? tasks.Count : unsaved;
    }

    private Task<bool> Elected(Proposal proposal, CancellationToken ct) =>
        db.Votes.AnyAsync(v => v.Elected.Contains(proposal.Id.ToString()), ct);
}
