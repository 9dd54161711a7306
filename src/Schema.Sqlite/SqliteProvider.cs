using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;

namespace Suiying.Schema.Sqlite;

/// <summary>SQLite in one file: write-ahead log, full synchronisation, and patience with a second process.</summary>
public sealed class SqliteProvider(DatabaseSettings settings) : IDatabaseProvider
{
    private readonly string connectionString = new SqliteConnectionStringBuilder(settings.ConnectionString)
    {
        DefaultTimeout = 30,
    }.ToString();

    private readonly SqlitePragmas pragmas = new();

    public DatabaseKind Kind => DatabaseKind.Sqlite;

    public void Configure(DbContextOptionsBuilder options) =>
        options
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name))
            .AddInterceptors(pragmas);

    public void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
}
