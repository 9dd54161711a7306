using Microsoft.EntityFrameworkCore;
using Npgsql;
using Suiying.Kernel.Data;

namespace Suiying.Schema.Postgres;

/// <summary>PostgreSQL through Npgsql.</summary>
public sealed class PostgresProvider(DatabaseSettings settings) : IDatabaseProvider
{
    public DatabaseKind Kind => DatabaseKind.Postgres;

    /// <summary>
    /// Without compiling queries and without helpers for one query: for hundreds of rows that an index finds, both cost many times what they save
    /// (decision record 0013). Who sets options of their own in SUIYING_DB has theirs.
    /// </summary>
    private const string Usual = "-c jit=off -c max_parallel_workers_per_gather=0";

    /// <summary>By which this program connects.</summary>
    public string ConnectionString { get; } = Tuned(settings.ConnectionString);

    public void Configure(DbContextOptionsBuilder options) =>
        options.UseNpgsql(ConnectionString, postgres => postgres.MigrationsAssembly(typeof(PostgresProvider).Assembly.GetName().Name));

    public void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTime>();

    private static string Tuned(string connection)
    {
        var built = new NpgsqlConnectionStringBuilder(connection);
        built.Options ??= Usual;
        return built.ConnectionString;
    }
}
