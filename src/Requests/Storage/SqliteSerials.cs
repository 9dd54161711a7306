using Microsoft.EntityFrameworkCore;

namespace Suiying.Requests.Storage;

/// <summary>
/// Serials on SQLite, taken from the table a few at a time, so that a request costs one commit less. What is left of the few when the
/// process ends stays unused.
/// </summary>
internal sealed class SqliteSerials : IDisposable
{
    private const int Few = 16;

    private readonly SemaphoreSlim turn = new(1, 1);
    private long next = 1;
    private long last;

    public async Task<long> Next(RequestsDb db, CancellationToken ct)
    {
        await turn.WaitAsync(ct);
        try
        {
            if (next > last)
            {
                var reached = await db.Write(
                    () =>
                        db
                            .Database.SqlQuery<long>($"UPDATE requests_serial SET value = value + {Few} RETURNING value AS Value")
                            .ToListAsync(ct),
                    ct
                );
                (next, last) = (reached.Single() - Few + 1, reached.Single());
            }
            return next++;
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();
}
