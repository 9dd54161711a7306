using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;

namespace Suiying.Schema.Sqlite;

/// <summary>
/// SQLite in one file: write-ahead log, full synchronisation, and patience with a second process. Disposing it closes the connections that
/// wait for the next context.
/// </summary>
public sealed class SqliteProvider : IDatabaseProvider, IDisposable
{
    private readonly string connectionString;
    private readonly SqliteConnections connections;

    /// <param name="settings">Which file.</param>
    /// <param name="keep">Whether connections stay open for the next context; false where the file is to be moved or copied.</param>
    public SqliteProvider(DatabaseSettings settings, bool keep = true)
    {
        connectionString = new SqliteConnectionStringBuilder(settings.ConnectionString) { DefaultTimeout = 30, Pooling = false }.ToString();
        connections = new SqliteConnections(connectionString, keep);
    }

    public DatabaseKind Kind => DatabaseKind.Sqlite;

    public void Configure(DbContextOptionsBuilder options) =>
        options
            .UseSqlite(connectionString, sqlite => sqlite.MigrationsAssembly(typeof(SqliteProvider).Assembly.GetName().Name))
            .AddInterceptors(connections);

    public void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();

    public void Dispose() => connections.Dispose();
}
