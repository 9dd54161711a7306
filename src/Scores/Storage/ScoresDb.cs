using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>The tables of the Scores module.</summary>
public sealed class ScoresDb(DbContextOptions<ScoresDb> options, ScoresModule module, IDatabaseProvider provider, WriteGate gate)
    : ModuleDb(options, module, provider, gate)
{
    public DbSet<ScoredCallback> Callbacks => Set<ScoredCallback>();

    public DbSet<CountedMonth> CountedMonths => Set<CountedMonth>();

    public DbSet<LiveSum> Sums => Set<LiveSum>();

    public DbSet<Exclusion> Exclusions => Set<Exclusion>();

    public DbSet<ScoreRelease> Releases => Set<ScoreRelease>();

    public DbSet<ReleasedSum> Released => Set<ReleasedSum>();

    public DbSet<UnitWork> Work => Set<UnitWork>();

    public DbSet<WorkMonth> WorkMonths => Set<WorkMonth>();
}
