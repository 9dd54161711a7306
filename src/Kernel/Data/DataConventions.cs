using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace Suiying.Kernel.Data;

/// <summary>How values are stored everywhere: enums as their words, times in the provider's way.</summary>
public static class DataConventions
{
    public static void Apply(ModelConfigurationBuilder conventions, IDatabaseProvider provider)
    {
        conventions.Properties<Enum>().HaveConversion<string>().HaveMaxLength(40);
        conventions.Properties<Role>().HaveConversion<string>().HaveMaxLength(40);
        provider.ConfigureConventions(conventions);
    }
}

/// <summary>A time as Unix milliseconds, so that SQLite can order and compare it.</summary>
public sealed class UnixMilliseconds()
    : ValueConverter<DateTimeOffset, long>(
        time => time.ToUnixTimeMilliseconds(),
        milliseconds => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds)
    );

/// <summary>A time in UTC, as PostgreSQL's timestamptz wants it.</summary>
public sealed class UtcTime() : ValueConverter<DateTimeOffset, DateTimeOffset>(time => time.ToUniversalTime(), time => time);
