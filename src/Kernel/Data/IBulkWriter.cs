using Microsoft.EntityFrameworkCore;

namespace Suiying.Kernel.Data;

/// <summary>
/// Inserts very many rows in the way that the database does fastest: prepared statements on SQLite, COPY on PostgreSQL. Imports and
/// generators use it; EF's change tracker costs ten times as much a row.
/// </summary>
public interface IBulkWriter
{
    /// <summary>Inserts the rows on the context's connection, inside its current transaction.</summary>
    /// <exception cref="InvalidOperationException">The context has no transaction.</exception>
    Task Insert(DbContext db, BulkTable table, CancellationToken ct);

    /// <summary>Lets the database look again at what it holds, so that it chooses the right indexes; after a large load.</summary>
    Task Settle(DbContext db, CancellationToken ct);
}
