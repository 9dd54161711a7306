using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Events;

namespace Suiying.Kernel.Data;

/// <summary>
/// The context of one module, which sees its tables alone. Saving passes the write gate (BEGIN IMMEDIATE on SQLite): none fails for a reader turned writer.
/// </summary>
public abstract class ModuleDb(DbContextOptions options, IModule module, IDatabaseProvider provider, WriteGate gate) : DbContext(options)
{
    public DatabaseKind Kind => provider.Kind;

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        module.MapTables(modelBuilder);
        StoredEvent.Map(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        DataConventions.Apply(configurationBuilder, provider);

    public override Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        Task<int> Save() => base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        return Database.CurrentTransaction is null && gate.Shares ? gate.Write(this, Save, cancellationToken) : Save();
    }

    /// <summary>Runs several statements as one write transaction; nothing slow may happen inside.</summary>
    public Task<T> Write<T>(Func<Task<T>> work, CancellationToken ct = default) => gate.Write(this, work, ct);

    /// <summary>As Write, for work that makes a row where it finds none: done once more where somebody else made it first.</summary>
    public async Task<T> WriteOrRetry<T>(Func<Task<T>> work, CancellationToken ct = default)
    {
        try
        {
            return await Write(work, ct);
        }
        catch (DbUpdateException)
        {
            ChangeTracker.Clear();
            return await Write(work, ct);
        }
    }
}
