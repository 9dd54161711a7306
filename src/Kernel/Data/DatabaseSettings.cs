namespace Suiying.Kernel.Data;

/// <summary>The databases that Suiying runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}

/// <summary>Which database this process uses, from <c>SUIYING_DB</c>: a path or <c>Data Source=…</c> is SQLite, <c>Host=…</c> is PostgreSQL.</summary>
public sealed record DatabaseSettings(DatabaseKind Kind, string ConnectionString)
{
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public static DatabaseSettings Parse(string text)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(text);
        if (text.Contains("Host=", StringComparison.OrdinalIgnoreCase) || text.Contains("Server=", StringComparison.OrdinalIgnoreCase))
            return new DatabaseSettings(DatabaseKind.Postgres, text);
        var isPath = !text.TrimStart().StartsWith("Data Source", StringComparison.OrdinalIgnoreCase);
        return new DatabaseSettings(DatabaseKind.Sqlite, isPath ? $"Data Source={text}" : text);
    }
}
