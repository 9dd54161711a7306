using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using SQLitePCL;
using Suiying.Kernel.Data;

namespace Suiying.Schema.Sqlite;

/// <summary>
/// Bulk inserts by one prepared statement a table, bound through SQLite's own interface: parameters of ADO.NET cost more than the insert.
/// Values are stored exactly as Microsoft.Data.Sqlite stores them, so that EF reads them back.
/// </summary>
public sealed class SqliteBulkWriter : IBulkWriter
{
    public Task Insert(DbContext db, BulkTable table, CancellationToken ct)
    {
        if (db.Database.CurrentTransaction is null)
            throw new InvalidOperationException("A bulk insert runs inside a transaction.");
        var handle = ((SqliteConnection)db.Database.GetDbConnection()).Handle!;
        var columns = string.Join(", ", table.Columns.Select(c => $"\"{c}\""));
        var values = string.Join(", ", table.Columns.Select((_, i) => $"?{i + 1}"));
        Check(raw.sqlite3_prepare_v2(handle, $"INSERT INTO \"{table.Name}\"({columns}) VALUES ({values})", out var statement), handle);
        using (statement)
        {
            foreach (var row in table.Rows)
            {
                ct.ThrowIfCancellationRequested();
                for (var i = 0; i < row.Length; i++)
                    Check(Bind(statement, i + 1, row[i]), handle);
                var code = raw.sqlite3_step(statement);
                if (code != raw.SQLITE_DONE)
                    Check(code, handle);
                Check(raw.sqlite3_reset(statement), handle);
            }
        }
        return Task.CompletedTask;
    }

    public async Task Settle(DbContext db, CancellationToken ct)
    {
        // A look at a part of each index is enough to choose well and takes seconds instead of minutes.
        await db.Database.ExecuteSqlRawAsync(
            "PRAGMA analysis_limit = 2000; ANALYZE; PRAGMA optimize; PRAGMA wal_checkpoint(TRUNCATE);",
            ct
        );
    }

    private static int Bind(sqlite3_stmt statement, int at, object? value) =>
        value switch
        {
            null => raw.sqlite3_bind_null(statement, at),
            string text => raw.sqlite3_bind_text(statement, at, text),
            long number => raw.sqlite3_bind_int64(statement, at, number),
            int number => raw.sqlite3_bind_int(statement, at, number),
            bool flag => raw.sqlite3_bind_int(statement, at, flag ? 1 : 0),
            double number => raw.sqlite3_bind_double(statement, at, number),
            DateOnly day => raw.sqlite3_bind_text(statement, at, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)),
            Guid id => raw.sqlite3_bind_text(statement, at, id.ToString("D", CultureInfo.InvariantCulture).ToUpperInvariant()),
            _ => throw new NotSupportedException($"No bulk value of type {value.GetType().Name}."),
        };

    private static void Check(int code, sqlite3 handle)
    {
        if (code != raw.SQLITE_OK)
            SqliteException.ThrowExceptionForRC(code, handle);
    }
}
