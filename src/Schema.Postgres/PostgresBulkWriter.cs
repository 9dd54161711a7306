using Microsoft.EntityFrameworkCore;
using Npgsql;
using Suiying.Kernel.Data;

namespace Suiying.Schema.Postgres;

/// <summary>Bulk inserts by binary COPY.</summary>
public sealed class PostgresBulkWriter : IBulkWriter
{
    public async Task Insert(DbContext db, BulkTable table, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A bulk insert runs inside a transaction.");
        var connection = (NpgsqlConnection)db.Database.GetDbConnection();
        var columns = string.Join(", ", table.Columns.Select(c => $"\"{c}\""));
        await using var copy = await connection.BeginBinaryImportAsync($"COPY \"{table.Name}\" ({columns}) FROM STDIN (FORMAT BINARY)", ct);
        foreach (var row in table.Rows)
        {
            await copy.StartRowAsync(ct);
            foreach (var value in row)
            {
                if (value is null)
                    await copy.WriteNullAsync(ct);
                else
                    await copy.WriteAsync(value, ct);
            }
        }
        await copy.CompleteAsync(ct);
    }

    public async Task Settle(DbContext db, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromMinutes(30));
        await db.Database.ExecuteSqlRawAsync("VACUUM ANALYZE", ct);
    }
}
