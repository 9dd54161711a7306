using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Storage;

/// <summary>The tables of the Programmes module.</summary>
public sealed class ProgrammesDb(
    DbContextOptions<ProgrammesDb> options,
    ProgrammesModule module,
    IDatabaseProvider provider,
    WriteGate gate
) : ModuleDb(options, module, provider, gate)
{
    public DbSet<Proposal> Proposals => Set<Proposal>();

    public DbSet<Project> Projects => Set<Project>();

    public DbSet<ProjectStep> Steps => Set<ProjectStep>();

    public DbSet<ProjectMilestone> Milestones => Set<ProjectMilestone>();

    public DbSet<ProjectAnswer> Answers => Set<ProjectAnswer>();

    public DbSet<ProjectVote> Votes => Set<ProjectVote>();
}
