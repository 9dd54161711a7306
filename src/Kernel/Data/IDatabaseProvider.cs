using Microsoft.EntityFrameworkCore;

namespace Suiying.Kernel.Data;

/// <summary>What differs between the databases. One implementation for SQLite, one for PostgreSQL.</summary>
public interface IDatabaseProvider
{
    DatabaseKind Kind { get; }

    void Configure(DbContextOptionsBuilder options);

    /// <summary>Column types that the database needs, such as times as Unix milliseconds on SQLite.</summary>
    void ConfigureConventions(ModelConfigurationBuilder conventions);
}
