using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Schema.Postgres;
using Suiying.Schema.Sqlite;
using Suiying.Testing;

namespace Suiying.Tests.Schema;

public sealed class MigrationTests
{
    [Fact]
    public void No_change_of_a_model_waits_for_its_migration_on_sqlite()
    {
        using var schema = new SqliteSchemaFactory().CreateDbContext([]);
        Assert.False(schema.Database.HasPendingModelChanges());
    }

    [Fact]
    public void No_change_of_a_model_waits_for_its_migration_on_postgres()
    {
        using var schema = new PostgresSchemaFactory().CreateDbContext([]);
        Assert.False(schema.Database.HasPendingModelChanges());
    }

    [Fact]
    public async Task A_migrated_database_is_of_the_kind_that_the_run_asks_for_and_up_to_date()
    {
        await using var database = await TestDatabase.Create();
        await using var schema = database.Schema();
        Assert.Equal(TestDatabase.Kind, database.Settings.Kind);
        Assert.Equal(TestDatabase.Kind == DatabaseKind.Postgres, schema.Database.IsNpgsql());
        Assert.Empty(await schema.Database.GetPendingMigrationsAsync(TestContext.Current.CancellationToken));
    }
}
