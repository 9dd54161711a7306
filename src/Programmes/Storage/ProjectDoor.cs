using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Storage;

/// <summary>The way to a project or a proposal and back into the database.</summary>
public sealed class ProjectDoor(ProgrammesDb db, ICityRegistry registry, TimeProvider time) : IFilesInUse
{
    public CitySnapshot City { get; } = registry.Current;

    public DateTimeOffset Now => time.GetUtcNow();

    public DateOnly Today => City.Calendar.DateOf(Now);

    /// <summary>A project with its milestones, to be changed; one that was seen before somebody else's change is refused.</summary>
    public async Task<Outcome<Project>> Load(Guid id, int? revision, CancellationToken ct)
    {
        if (await db.Projects.Include(p => p.Milestones.OrderBy(m => m.Number)).FirstOrDefaultAsync(p => p.Id == id, ct) is not { } project)
            return new NotFound();
        return revision is { } seen && seen != project.Revision ? new ProjectChanged() : project;
    }

    /// <summary>Takes a step of a project and keeps it.</summary>
    /// <param name="id">Which project.</param>
    /// <param name="revision">As it was seen; null where that is of no matter.</param>
    /// <param name="step">The step; what it returns is why it was not taken.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<Outcome<Done>> Take(Guid id, int? revision, Func<Project, Refusal?> step, CancellationToken ct)
    {
        if (!(await Load(id, revision, ct)).Ok(out var project, out var refusal))
            return refusal;
        return step(project) ?? await Save(ct);
    }

    /// <summary>A proposal, to be changed.</summary>
    public async Task<Outcome<Proposal>> LoadProposal(Guid id, int? revision, CancellationToken ct)
    {
        if (await db.Proposals.FirstOrDefaultAsync(p => p.Id == id, ct) is not { } proposal)
            return new NotFound();
        return revision is { } seen && seen != proposal.Revision ? new ProjectChanged() : proposal;
    }

    /// <summary>项目编号 of the next project of a programme's year.</summary>
    public async Task<int> NextNumber(string programme, int year, CancellationToken ct) =>
        1 + (await db.Projects.Where(p => p.Programme == programme && p.Year == year).MaxAsync(p => (int?)p.Number, ct) ?? 0);

    public async Task<Outcome<Done>> Save(CancellationToken ct)
    {
        try
        {
            await db.SaveChangesAsync(ct);
            return new Done();
        }
        catch (DbUpdateConcurrencyException)
        {
            return new ProjectChanged();
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested && db.ChangeTracker.Entries<ProjectStep>().Any())
        {
            // Two took a step at once, or the same number: the keys let one through.
            return new ProjectChanged();
        }
    }

    /// <summary>What people answered, by project.</summary>
    public async Task<ILookup<Guid, (Contentment, bool?, bool, int)>> Answers(IReadOnlyCollection<Guid> projects, CancellationToken ct)
    {
        var counted = await db
            .Answers.Where(a => projects.Contains(a.ProjectId))
            .GroupBy(a => new
            {
                a.ProjectId,
                a.Contentment,
                a.Done,
                a.Caller,
            })
            .Select(g => new { g.Key, Count = g.Count() })
            .ToListAsync(ct);
        return counted.ToLookup(c => c.Key.ProjectId, c => (c.Key.Contentment, c.Key.Done, c.Key.Caller, c.Count));
    }

    public async Task<IReadOnlySet<string>> Files(CancellationToken ct) =>
        (await db.Milestones.Where(m => m.Files != "").Select(m => m.Files).ToListAsync(ct))
            .SelectMany(f => f.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .ToHashSet(StringComparer.Ordinal);
}
