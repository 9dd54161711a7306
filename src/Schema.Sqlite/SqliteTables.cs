using Microsoft.Data.Sqlite;

namespace Suiying.Schema.Sqlite;

/// <summary>One connection of its own to a file, outside every pool: what a backup asks of the file itself.</summary>
internal sealed class SqliteTables : IAsyncDisposable
{
    private const int MostFaults = 20;

    private readonly SqliteConnection connection;

    private SqliteTables(SqliteConnection connection) => this.connection = connection;

    public static async Task<SqliteTables> Open(string path, CancellationToken ct)
    {
        var address = new SqliteConnectionStringBuilder
        {
            DataSource = path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            // Patience with writers; and no statement of a backup is stopped because it takes long.
            DefaultTimeout = 0,
        };
        var connection = new SqliteConnection(address.ToString());
        await connection.OpenAsync(ct);
        var tables = new SqliteTables(connection);
        await tables.Tell("PRAGMA busy_timeout = 30000");
        return tables;
    }

    /// <summary>A parameter may not stand where the name of the new file does in every version, so it is quoted.</summary>
    public Task VacuumInto(string target, CancellationToken ct) =>
        Task.Run(() => Tell($"VACUUM INTO '{target.Replace("'", "''", StringComparison.Ordinal)}'"), ct);

    /// <summary>Tables that hold rows of ours; those inside which the full text search keeps its own are left out.</summary>
    public Task<List<string>> Names(CancellationToken ct) =>
        Read(
            """
            SELECT name FROM pragma_table_list
            WHERE schema = 'main' AND type IN ('table', 'virtual') AND name NOT LIKE 'sqlite\_%' ESCAPE '\' ORDER BY name
            """,
            ct
        );

    public async Task<IReadOnlyList<string>> Migrations(CancellationToken ct) =>
        (await Names(ct)).Contains("__EFMigrationsHistory")
            ? await Read("SELECT \"MigrationId\" FROM \"__EFMigrationsHistory\" ORDER BY rowid", ct)
            : [];

    public async Task<IReadOnlyDictionary<string, long>> Count(CancellationToken ct)
    {
        var counts = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var name in await Names(ct))
            counts[name] = long.Parse(
                (await Read($"SELECT count(*) FROM \"{name}\"", ct)).Single(),
                System.Globalization.CultureInfo.InvariantCulture
            );
        return counts;
    }

    public async Task<IReadOnlyList<string>> Faults(CancellationToken ct)
    {
        var found = (await Read($"PRAGMA integrity_check({MostFaults})", ct)).Where(line => line != "ok");
        var strays = await Read("SELECT \"table\" FROM pragma_foreign_key_check GROUP BY \"table\"", ct);
        return [.. found, .. strays.Select(table => $"{table} 有指向不存在行的引用")];
    }

    /// <summary>True where no other connection is open; the write-ahead log is then written into the file and gone.</summary>
    public async Task<bool> Alone(CancellationToken ct)
    {
        try
        {
            await Tell("PRAGMA busy_timeout = 1000");
            return (await Read("PRAGMA journal_mode = DELETE", ct)).Single() == "delete";
        }
        catch (SqliteException busy) when (busy.SqliteErrorCode is 5 or 6)
        {
            return false;
        }
    }

    /// <summary>
    /// The mode that everybody here opens a file in. EF first looks whether the file is there through a connection that may not write,
    /// and on that one the mode could not be changed.
    /// </summary>
    public Task WriteAhead() => Tell("PRAGMA journal_mode = WAL");

    public ValueTask DisposeAsync() => connection.DisposeAsync();

#pragma warning disable CA2100 // Names come from the database itself.
    private async Task Tell(string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private async Task<List<string>> Read(string sql, CancellationToken ct)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<string>();
        while (await reader.ReadAsync(ct))
            rows.Add(reader.GetString(0));
        return rows;
    }
#pragma warning restore CA2100
}
