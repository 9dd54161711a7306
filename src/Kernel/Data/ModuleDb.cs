using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Events;

namespace Suiying.Kernel.Data;

/// <summary>
/// The context of one module: it sees that module's tables and no others. Saving passes the write gate, and the transaction that EF
/// opens is BEGIN IMMEDIATE on SQLite, so a save never fails for a reader that turned writer.
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

    public override async Task<int> SaveChangesAsync(bool acceptAllChangesOnSuccess, CancellationToken cancellationToken = default)
    {
        // Inside an explicit transaction the caller already holds the gate.
        if (Database.CurrentTransaction is not null)
            return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
        using var turn = await gate.Enter(cancellationToken);
        return await base.SaveChangesAsync(acceptAllChangesOnSuccess, cancellationToken);
    }

    /// <summary>Runs several statements as one write transaction; nothing slow may happen inside.</summary>
    public async Task<T> Write<T>(Func<Task<T>> work, CancellationToken ct = default)
    {
        using var turn = await gate.Enter(ct);
        await using var transaction = await Database.BeginTransactionAsync(ct);
        var result = await work();
        await transaction.CommitAsync(ct);
        return result;
    }
}
