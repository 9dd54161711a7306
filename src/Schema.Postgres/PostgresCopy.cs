using System.Text.Json;
using Npgsql;
using Suiying.Kernel;
using Suiying.Kernel.Data;
using Suiying.Schema.Backups;

namespace Suiying.Schema.Postgres;

/// <summary>
/// Copies all tables by COPY in one REPEATABLE READ transaction. It needs nothing but the connection that the server has anyway: no
/// pg_dump of the server's version on this machine, no password a second time; and a newer PostgreSQL reads it like an older one.
/// </summary>
public sealed class PostgresCopy(DatabaseSettings settings) : IDatabaseCopy
{
    /// <summary>Tables and sequences, beside the rows.</summary>
    internal const string Description = "tables.json";

    private string Name => new NpgsqlConnectionStringBuilder(settings.ConnectionString).Database ?? "";

    public async Task<Outcome<DatabasePlace>> Look(CancellationToken ct)
    {
        try
        {
            await using var db = await PostgresTables.Open(settings.ConnectionString, ct);
            var tables = await db.Tables(ct);
            return Place(exists: true, empty: tables.Count == 0, await db.Number("SELECT pg_database_size(current_database())", ct));
        }
        catch (PostgresException missing) when (missing.SqlState == PostgresErrorCodes.InvalidCatalogName)
        {
            return Place(exists: false, empty: true, 0);
        }
        catch (NpgsqlException problem)
        {
            return Refusals.Unreachable(Name, problem.Message);
        }
    }

    public async Task<SavedDatabase> Save(string folder, Action<string> tell, CancellationToken ct)
    {
        await using var db = await PostgresTables.Open(settings.ConnectionString, ct);
        await db.Begin("ISOLATION LEVEL REPEATABLE READ READ ONLY", ct);
        var tables = await db.Tables(ct);
        var rows = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var table in tables)
        {
            tell($"表 {table.Name}（{rows.Count + 1} / {tables.Count}）…");
            await using var file = File.Create(Path.Combine(folder, table.FileName));
            rows[table.Name] = await db.CopyOut(table, file, ct);
        }
        // Sequences stand outside transactions; read last, they are never behind the rows.
        var description = new PostgresDescription(tables, await db.Sequences(ct));
        await File.WriteAllBytesAsync(Path.Combine(folder, Description), JsonSerializer.SerializeToUtf8Bytes(description), ct);
        return new SavedDatabase
        {
            Kind = DatabaseKind.Postgres,
            Migrations = await db.Migrations(ct),
            Rows = rows,
        };
    }

    public async Task<Outcome<IRestoredDatabase>> Restore(string folder, BackupManifest manifest, Action<string> tell, CancellationToken ct)
    {
        if (manifest.Database != DatabaseKind.Postgres)
            return Refusals.WrongDatabase(manifest.Database.ToString()!, nameof(DatabaseKind.Postgres));
        var json = await File.ReadAllBytesAsync(Path.Combine(folder, Description), ct);
        var description = JsonSerializer.Deserialize<PostgresDescription>(json)!;
        RestoredPostgres? restored = null;
        try
        {
            if (!(await RestoredPostgres.Create(settings, ct)).Ok(out restored, out var refusal))
                return refusal;
            await restored.Fill(folder, description, manifest.Migrations, tell, ct);
            return restored;
        }
        catch (Exception problem)
        {
            if (restored is not null)
                await restored.DisposeAsync();
            if (problem is PostgresException said)
                return Refusals.BadDatabase(said.MessageText);
            throw;
        }
    }

    public Task<Outcome<IRestoredDatabase>>? Open(string folder, BackupManifest manifest) => null;

    public Task<IReadOnlyList<string>> Faults(CancellationToken ct) => Task.FromResult<IReadOnlyList<string>>([]);

    private DatabasePlace Place(bool exists, bool empty, long bytes) =>
        new()
        {
            Name = Name,
            Exists = exists,
            Empty = empty,
            Bytes = bytes,
        };
}
