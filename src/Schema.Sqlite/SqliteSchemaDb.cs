using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Suiying.Kernel.Data;

namespace Suiying.Schema.Sqlite;

/// <summary>The schema as SQLite has it.</summary>
public sealed class SqliteSchemaDb(DbContextOptions<SqliteSchemaDb> options, IDatabaseProvider provider) : SchemaDb(options, provider);

/// <summary>Lets <c>dotnet ef</c> make migrations without a host.</summary>
public sealed class SqliteSchemaFactory : IDesignTimeDbContextFactory<SqliteSchemaDb>
{
    public SqliteSchemaDb CreateDbContext(string[] args)
    {
        var provider = new SqliteProvider(DatabaseSettings.Parse("Data Source=:memory:"));
        var options = new DbContextOptionsBuilder<SqliteSchemaDb>();
        provider.Configure(options);
        return new SqliteSchemaDb(options.Options, provider);
    }
}
