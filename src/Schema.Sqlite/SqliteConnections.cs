using System.Collections.Concurrent;
using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Suiying.Schema.Sqlite;

/// <summary>
/// Lends open connections to one context after the other, each to one at a time, from its first statement to its end. The pool of
/// Microsoft.Data.Sqlite may lend one handle to two at once (dotnet/efcore#39008), which puts one's reads into the other's transaction; and
/// it makes EF register its functions anew at every statement.
/// </summary>
internal sealed class SqliteConnections(string connectionString, bool keep) : DbConnectionInterceptor, IDisposable
{
    /// <summary>More than this many lie idle only for a moment.</summary>
    private const int MostIdle = 32;

    // FULL makes every commit reach the disk; the busy timeout waits for the command line beside a running server instead of failing. The
    // log may grow to 32 MB before it is copied back: a busy page is then copied once for many commits.
    private const string Pragmas = """
        PRAGMA foreign_keys = ON;
        PRAGMA journal_mode = WAL;
        PRAGMA synchronous = FULL;
        PRAGMA busy_timeout = 30000;
        PRAGMA temp_store = MEMORY;
        PRAGMA cache_size = -16384;
        PRAGMA mmap_size = 1073741824;
        PRAGMA wal_autocheckpoint = 8000;
        """;

    private readonly ConcurrentStack<LentConnection> idle = new();
    private volatile bool keeps = keep;

    /// <summary>Opened here: EF closes after each statement only what it opened itself.</summary>
    public override InterceptionResult<DbConnection> ConnectionCreating(
        ConnectionCreatingEventData eventData,
        InterceptionResult<DbConnection> result
    ) =>
        eventData.ConnectionString == connectionString
            ? InterceptionResult<DbConnection>.SuppressWithResult(idle.TryPop(out var connection) ? connection : Opened())
            : result;

    public override InterceptionResult ConnectionDisposing(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    )
    {
        if (connection is not LentConnection lent)
            return result;
        if (Keeps(lent))
            idle.Push(lent);
        else
            lent.End();
        return InterceptionResult.Suppress();
    }

    public override ValueTask<InterceptionResult> ConnectionDisposingAsync(
        DbConnection connection,
        ConnectionEventData eventData,
        InterceptionResult result
    ) => ValueTask.FromResult(ConnectionDisposing(connection, eventData, result));

    public void Dispose()
    {
        keeps = false;
        while (idle.TryPop(out var connection))
            connection.End();
    }

    private LentConnection Opened()
    {
        var connection = new LentConnection(connectionString);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = Pragmas;
        command.ExecuteNonQuery();
        return connection;
    }

    /// <summary>Not one that somebody left in a transaction.</summary>
    private bool Keeps(LentConnection connection) =>
        keeps && connection.State == ConnectionState.Open && idle.Count < MostIdle && raw.sqlite3_get_autocommit(connection.Handle) != 0;

    /// <summary>EF closes a connection before it disposes of it and asks nobody; this one stays open until it is no longer lent.</summary>
    private sealed class LentConnection(string connectionString) : SqliteConnection(connectionString)
    {
        private bool ends;

        public override void Close()
        {
            if (ends)
                base.Close();
        }

        public void End()
        {
            ends = true;
            Dispose();
        }
    }
}
