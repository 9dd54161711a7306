using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;

namespace Suiying.Registry.Storage;

/// <summary>
/// Reads and writes entries in bulk by plain SQL that both databases understand: tracking sixteen thousand rows would cost more than
/// all else at start, and would hold the write gate for seconds.
/// </summary>
internal static class EntryStore
{
    private const int RowsPerStatement = 200;

    /// <summary>All entries of a version.</summary>
    public static async Task<Dictionary<EntryKey, string>> Read(RegistryDb db, int version, CancellationToken ct)
    {
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await using var command = Command(db);
            command.CommandText =
                "SELECT kind, code, payload FROM registry_entries WHERE from_version <= @v AND (to_version IS NULL OR to_version > @v)";
            Bind(command, "@v", version);
            var entries = new Dictionary<EntryKey, string>();
            await using var reader = await command.ExecuteReaderAsync(ct);
            while (await reader.ReadAsync(ct))
                entries[new EntryKey(Enum.Parse<EntryKind>(reader.GetString(0)), reader.GetString(1))] = reader.GetString(2);
            return entries;
        }
        finally
        {
            await db.Database.CloseConnectionAsync();
        }
    }

    /// <summary>Ends entries with a version. Call inside a write transaction.</summary>
    public static async Task Close(RegistryDb db, int version, IReadOnlyCollection<EntryKey> keys, CancellationToken ct)
    {
        foreach (var kind in keys.GroupBy(k => k.Kind))
        {
            foreach (var codes in kind.Select(k => k.Code).Chunk(RowsPerStatement))
            {
                await db
                    .Entries.Where(e => e.Kind == kind.Key && e.ToVersion == null && codes.Contains(e.Code))
                    .ExecuteUpdateAsync(set => set.SetProperty(e => e.ToVersion, version), ct);
            }
        }
    }

    /// <summary>Begins entries with a version. Call inside a write transaction.</summary>
    public static async Task Append(RegistryDb db, int version, IEnumerable<KeyValuePair<EntryKey, string>> entries, CancellationToken ct)
    {
        foreach (var chunk in entries.Chunk(RowsPerStatement))
        {
            await using var command = Command(db);
            var sql = new StringBuilder("INSERT INTO registry_entries (kind, code, from_version, payload) VALUES ");
            for (var i = 0; i < chunk.Length; i++)
            {
                sql.Append(i == 0 ? "" : ", ").Append(CultureInfo.InvariantCulture, $"(@k{i}, @c{i}, @v, @p{i})");
                Bind(command, $"@k{i}", chunk[i].Key.Kind.ToString());
                Bind(command, $"@c{i}", chunk[i].Key.Code);
                Bind(command, $"@p{i}", chunk[i].Value);
            }
            Bind(command, "@v", version);
            command.CommandText = sql.ToString();
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static DbCommand Command(RegistryDb db)
    {
        var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandType = CommandType.Text;
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        return command;
    }

    private static void Bind(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        (parameter.ParameterName, parameter.Value) = (name, value);
        command.Parameters.Add(parameter);
    }
}
