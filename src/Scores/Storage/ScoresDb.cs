using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>The tables of the Scores module.</summary>
public sealed class ScoresDb(DbContextOptions<ScoresDb> options, ScoresModule module, IDatabaseProvider provider, WriteGate gate)
    : ModuleDb(options, module, provider, gate)
{
    public DbSet<ScoredCallback> Callbacks => Set<ScoredCallback>();

    public DbSet<UnitMonth> Months => Set<UnitMonth>();

    public DbSet<UnitWork> Work => Set<UnitWork>();

    public DbSet<WorkMonth> WorkMonths => Set<WorkMonth>();
}
