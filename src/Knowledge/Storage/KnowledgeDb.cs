using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Knowledge.Model;

namespace Suiying.Knowledge.Storage;

/// <summary>The tables of the Knowledge module.</summary>
public sealed class KnowledgeDb(DbContextOptions<KnowledgeDb> options, KnowledgeModule module, IDatabaseProvider provider, WriteGate gate)
    : ModuleDb(options, module, provider, gate)
{
    public DbSet<KnowledgeItem> Items => Set<KnowledgeItem>();

    public DbSet<KnowledgeVersion> Versions => Set<KnowledgeVersion>();

    public DbSet<KnowledgeStep> Steps => Set<KnowledgeStep>();

    public DbSet<ErrorReport> Reports => Set<ErrorReport>();

    public DbSet<KnowledgeWord> Words => Set<KnowledgeWord>();

    public DbSet<KnowledgeHits> Hits => Set<KnowledgeHits>();

    public DbSet<MissedSearch> Missed => Set<MissedSearch>();
}
