using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Suiying.Schema.Sqlite;

/// <summary>
/// Sets what SQLite keeps per connection. FULL makes every commit reach the disk; the busy timeout waits for the command line beside a
/// running server instead of failing. A pooled connection keeps its settings, so they are set once for each handle: setting them at every
/// opening took more than half of the time of a read by number.
/// </summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    // The log may grow to 32 MB before it is copied back: a busy page is then copied once for many commits.
    private const string Pragmas = """
        PRAGMA foreign_keys = ON;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 30000;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -65536;
        PRAGMA mmap_size = 1073741824;
        PRAGMA wal_autocheckpoint = 8000;
        """;

    private static readonly object Set = new();

    private readonly ConditionalWeakTable<sqlite3, object> known = [];

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (!known.TryAdd(((SqliteConnection)connection).Handle!, Set))
            return;
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
    }

    // SQLite has nothing to wait for here, so both ways are the same.
    public override Task ConnectionOpenedAsync(
        DbConnection connection,
        ConnectionEndEventData eventData,
        CancellationToken cancellationToken = default
    )
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
