using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;
using Suiying.Kernel.Data;

namespace Suiying.Schema.Postgres;

/// <summary>The schema as PostgreSQL has it.</summary>
public sealed class PostgresSchemaDb(DbContextOptions<PostgresSchemaDb> options, IDatabaseProvider provider) : SchemaDb(options, provider);

/// <summary>Lets <c>dotnet ef</c> make migrations without a host or a server.</summary>
public sealed class PostgresSchemaFactory : IDesignTimeDbContextFactory<PostgresSchemaDb>
{
    public PostgresSchemaDb CreateDbContext(string[] args)
    {
        var provider = new PostgresProvider(DatabaseSettings.Parse("Host=localhost;Database=design"));
        var options = new DbContextOptionsBuilder<PostgresSchemaDb>();
        provider.Configure(options);
        return new PostgresSchemaDb(options.Options, provider);
    }
}
