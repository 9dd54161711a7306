namespace Suiying.Kernel.Data;

/// <summary>
/// Lets one writer of this process at a time reach a SQLite file. Two open writers give SQLITE_BUSY, and a writer that waits inside
/// SQLite blocks a thread; waiting here is asynchronous. PostgreSQL needs no gate, so there it is open.
/// </summary>
public sealed class WriteGate(DatabaseSettings settings) : IDisposable
{
    private readonly SemaphoreSlim? gate = settings.Kind == DatabaseKind.Sqlite ? new SemaphoreSlim(1, 1) : null;

    /// <summary>Waits for the turn; dispose the result to pass it on.</summary>
    public async ValueTask<Turn> Enter(CancellationToken ct = default)
    {
        if (gate is not null)
            await gate.WaitAsync(ct);
        return new Turn(gate);
    }

    public void Dispose() => gate?.Dispose();

    /// <summary>The right to write; disposing it lets the next writer in.</summary>
    public sealed class Turn(SemaphoreSlim? gate) : IDisposable
    {
        private SemaphoreSlim? held = gate;

        public void Dispose() => Interlocked.Exchange(ref held, null)?.Release();
    }
}
