using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;

namespace Suiying.Schema.Postgres;

/// <summary>PostgreSQL through Npgsql.</summary>
public sealed class PostgresProvider(DatabaseSettings settings) : IDatabaseProvider
{
    public DatabaseKind Kind => DatabaseKind.Postgres;

    public void Configure(DbContextOptionsBuilder options) =>
        options.UseNpgsql(
            settings.ConnectionString,
            postgres => postgres.MigrationsAssembly(typeof(PostgresProvider).Assembly.GetName().Name)
        );

    public void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UtcTime>();
}
