using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;

namespace Suiying.Registry.Storage;

public sealed class RegistryDb(DbContextOptions<RegistryDb> options, RegistryModule module, IDatabaseProvider provider, WriteGate gate)
    : ModuleDb(options, module, provider, gate)
{
    public DbSet<RegistryEntry> Entries => Set<RegistryEntry>();

    public DbSet<RegistryVersion> Versions => Set<RegistryVersion>();

    public DbSet<CityProposal> Proposals => Set<CityProposal>();
}

/// <summary>The tables; columns are named here because <see cref="EntryStore"/> speaks SQL to them.</summary>
internal static class RegistryTables
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<RegistryEntry>(entry =>
        {
            entry.ToTable("registry_entries");
            entry.HasKey(e => new
            {
                e.Kind,
                e.Code,
                e.FromVersion,
            });
            entry.Property(e => e.Kind).HasColumnName("kind");
            entry.Property(e => e.Code).HasColumnName("code");
            entry.Property(e => e.FromVersion).HasColumnName("from_version");
            entry.Property(e => e.ToVersion).HasColumnName("to_version");
            entry.Property(e => e.Payload).HasColumnName("payload");
        });
        model.Entity<RegistryVersion>(version =>
        {
            version.ToTable("registry_versions");
            version.HasKey(v => v.Version);
            version.Property(v => v.Version).HasColumnName("version").ValueGeneratedNever();
            version.Property(v => v.LoadedAt).HasColumnName("loaded_at");
            version.Property(v => v.LoadedBy).HasColumnName("loaded_by").HasMaxLength(200);
            version.Property(v => v.PackHash).HasColumnName("pack_hash").HasMaxLength(64);
            version.Property(v => v.Summary).HasColumnName("summary").HasMaxLength(2000);
            version.Property(v => v.Reason).HasColumnName("reason").HasMaxLength(CityProposal.LongestReason);
        });
        model.Entity<CityProposal>(proposal =>
        {
            proposal.ToTable("registry_proposals").HasKey(p => p.Id);
            proposal.Property(p => p.Id).ValueGeneratedNever();
            proposal.Property(p => p.Title).HasMaxLength(200);
            proposal.Property(p => p.ByName).HasMaxLength(200);
            proposal.Property(p => p.Reason).HasMaxLength(CityProposal.LongestReason);
            proposal.Property(p => p.State).IsConcurrencyToken();
            // What is due, and one's own drafts.
            proposal.HasIndex(p => new { p.State, p.On });
        });
    }
}
