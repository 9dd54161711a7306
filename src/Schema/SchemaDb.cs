using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;

namespace Suiying.Schema;

/// <summary>All tables of all modules in one model, so that one migration covers a release. Only migrations use it.</summary>
public abstract class SchemaDb(DbContextOptions options, IDatabaseProvider provider) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        foreach (var module in SuiyingModules.All)
            module.MapTables(modelBuilder);
        StoredEvent.Map(modelBuilder);
    }

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
        DataConventions.Apply(configurationBuilder, provider);
}
