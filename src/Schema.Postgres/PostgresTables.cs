using System.Globalization;
using Npgsql;

namespace Suiying.Schema.Postgres;

/// <summary>One connection of its own, outside every pool: what a backup asks of PostgreSQL itself.</summary>
internal sealed class PostgresTables : IAsyncDisposable
{
    private readonly NpgsqlConnection connection;

    private PostgresTables(NpgsqlConnection connection) => this.connection = connection;

    public static async Task<PostgresTables> Open(string connectionString, CancellationToken ct)
    {
        var address = new NpgsqlConnectionStringBuilder(connectionString) { Pooling = false, CommandTimeout = 0 };
        var connection = new NpgsqlConnection(address.ToString());
        await connection.OpenAsync(ct);
        return new PostgresTables(connection);
    }

    public Task Begin(string how, CancellationToken ct) => Tell($"BEGIN {how}", ct);

    public Task Commit(CancellationToken ct) => Tell("COMMIT", ct);

    /// <summary>Tables with the columns that can be written, referred ones first.</summary>
    public async Task<IReadOnlyList<PostgresTable>> Tables(CancellationToken ct)
    {
        var columns = await Pairs(
            """
            SELECT c.relname, a.attname FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r' AND a.attnum > 0
              AND NOT a.attisdropped AND a.attgenerated = '' ORDER BY c.relname, a.attnum
            """,
            ct
        );
        var references = await Pairs(
            """
            SELECT c.conrelid::regclass::text, c.confrelid::regclass::text FROM pg_constraint c
            WHERE c.contype = 'f' AND c.connamespace = current_schema()::regnamespace AND c.conrelid <> c.confrelid
            """,
            ct
        );
        var waiting = columns.GroupBy(c => c.Item1, c => c.Item2).Select(t => new PostgresTable(t.Key, [.. t])).ToList();
        var ordered = new List<PostgresTable>();
        while (waiting.Count > 0)
        {
            var names = waiting.Select(t => t.Name).ToHashSet();
            // A regclass that is no plain lower-case word comes back in quotes.
            var ready = waiting.Where(t => !references.Any(r => r.Item1.Trim('"') == t.Name && names.Contains(r.Item2.Trim('"')))).ToList();
            if (ready.Count == 0)
                throw new InvalidOperationException($"Tables refer to each other in a circle: {string.Join(", ", names)}.");
            ordered.AddRange(ready);
            waiting.RemoveAll(ready.Contains);
        }
        return ordered;
    }

    public async Task<IReadOnlyDictionary<string, long>> Sequences(CancellationToken ct) =>
        (
            await Pairs(
                "SELECT sequencename, last_value::text FROM pg_sequences WHERE schemaname = current_schema() AND last_value IS NOT NULL",
                ct
            )
        ).ToDictionary(s => s.Item1, s => long.Parse(s.Item2, CultureInfo.InvariantCulture));

    public async Task<IReadOnlyList<string>> Migrations(CancellationToken ct) =>
        [.. (await Pairs("SELECT \"MigrationId\", \"ProductVersion\" FROM \"__EFMigrationsHistory\" ORDER BY 1", ct)).Select(m => m.Item1)];

    /// <summary>Writes the rows of a table as PostgreSQL's text format, a line each, and returns how many.</summary>
    public async Task<long> CopyOut(PostgresTable table, Stream target, CancellationToken ct)
    {
        using var rows = await connection.BeginTextExportAsync($"COPY \"{table.Name}\" ({table.ColumnList}) TO STDOUT", ct);
        await using var writer = new StreamWriter(target, leaveOpen: true);
        var buffer = new char[64 * 1024];
        var count = 0L;
        for (int read; (read = await rows.ReadAsync(buffer, ct)) > 0; )
        {
            // A line feed inside a value is written as \n, so each one in the stream ends a row.
            count += buffer.AsSpan(0, read).Count('\n');
            await writer.WriteAsync(buffer.AsMemory(0, read), ct);
        }
        return count;
    }

    public async Task CopyIn(PostgresTable table, Stream source, CancellationToken ct)
    {
        await using var rows = await connection.BeginTextImportAsync($"COPY \"{table.Name}\" ({table.ColumnList}) FROM STDIN", ct);
        using var reader = new StreamReader(source, leaveOpen: true);
        var buffer = new char[64 * 1024];
        for (int read; (read = await reader.ReadAsync(buffer, ct)) > 0; )
            await rows.WriteAsync(buffer.AsMemory(0, read), ct);
    }

    public async Task<long> Number(string sql, CancellationToken ct) =>
        Convert.ToInt64((await Pairs($"SELECT ({sql})::text, ''", ct)).Single().Item1, CultureInfo.InvariantCulture);

#pragma warning disable CA2100 // Names come from the database itself or from our own migrations.
    public async Task Tell(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(ct);
    }

    private async Task<List<(string, string)>> Pairs(string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<(string, string)>();
        while (await reader.ReadAsync(ct))
            rows.Add((reader.GetString(0), reader.GetString(1)));
        return rows;
    }
#pragma warning restore CA2100

    public ValueTask DisposeAsync() => connection.DisposeAsync();
}
