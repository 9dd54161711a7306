using System.Diagnostics;
using System.Diagnostics.Metrics;
using Microsoft.EntityFrameworkCore;

namespace Suiying.Kernel.Data;

/// <summary>
/// Lets one writer of this process at a time reach a SQLite file, and lets writers that come close together share one commit. Two open
/// writers give SQLITE_BUSY, and a writer that waits inside SQLite blocks a thread; waiting here is asynchronous. The wait for the disk is
/// most of what a small write takes: shared, each still ends only when the disk has it. PostgreSQL does both itself, so there the gate is open.
/// </summary>
public sealed class WriteGate(IDatabaseProvider provider) : IDisposable
{
    /// <summary>A group takes in no more writes when it is this old; what is in it waits for its commit.</summary>
    private static readonly TimeSpan Oldest = TimeSpan.FromMilliseconds(20);

    private static readonly Meter Meter = new("Suiying.Data");
    private static readonly UpDownCounter<int> Waiting = Meter.CreateUpDownCounter<int>("suiying.write_gate.waiting", "{writer}");
    private static readonly Histogram<double> Waits = Meter.CreateHistogram(
        "suiying.write_gate.wait",
        "s",
        "How long a writer waited for its turn",
        advice: new InstrumentAdvice<double> { HistogramBucketBoundaries = [0.001, 0.005, 0.01, 0.05, 0.1, 0.5, 1, 5, 10] }
    );

    private readonly SemaphoreSlim turn = new(1, 1);
    private readonly DbContextOptions options = OptionsOf(provider);
    private int waiting;
    private WriteGroup? group;

    /// <summary>Whether writes share their commits here.</summary>
    public bool Shares => provider.Kind == DatabaseKind.Sqlite;

    /// <summary>Does the work in a transaction and ends when it is on the disk.</summary>
    /// <param name="db">The context that the work writes with; between two writes its connection is its own.</param>
    /// <param name="work">What throws here leaves nothing written, and does not touch those that share the commit.</param>
    /// <param name="ct">Gives up before the work begins.</param>
    internal async Task<T> Write<T>(DbContext db, Func<Task<T>> work, CancellationToken ct)
    {
        if (!Shares)
        {
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            var written = await work();
            await transaction.CommitAsync(ct);
            return written;
        }
        var (joined, outcome) = await Join(db, work, ct);
        // What a failed write ran into may have been written by a neighbour; whoever looks for it must find it committed.
        await joined.Committed.ConfigureAwait(
            outcome.IsCompletedSuccessfully ? ConfigureAwaitOptions.None : ConfigureAwaitOptions.SuppressThrowing
        );
        return await outcome;
    }

    public void Dispose() => turn.Dispose();

    /// <summary>The group that the work was done in, and how it ended there.</summary>
    private async Task<(WriteGroup Group, Task<T> Outcome)> Join<T>(DbContext db, Func<Task<T>> work, CancellationToken ct)
    {
        await Enter();
        try
        {
            ct.ThrowIfCancellationRequested();
            var joined = group ??= await WriteGroup.Begin(options);
            var outcome = joined.Run(db, work);
            await ((Task)outcome).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            return (joined, outcome);
        }
        finally
        {
            await Leave();
        }
    }

    private async Task Enter()
    {
        Interlocked.Increment(ref waiting);
        // Not to be given up: who went away unseen would leave a group that nobody commits.
        await (Waits.Enabled ? Timed() : turn.WaitAsync(CancellationToken.None));
        Interlocked.Decrement(ref waiting);
    }

    private async Task Timed()
    {
        var began = Stopwatch.GetTimestamp();
        Waiting.Add(1);
        await turn.WaitAsync(CancellationToken.None);
        Waiting.Add(-1);
        Waits.Record(Stopwatch.GetElapsedTime(began).TotalSeconds);
    }

    private async Task Leave()
    {
        try
        {
            if (group is { } open && (Volatile.Read(ref waiting) == 0 || open.Lost || Stopwatch.GetElapsedTime(open.Begun) > Oldest))
            {
                group = null;
                await open.Commit();
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private static DbContextOptions OptionsOf(IDatabaseProvider provider)
    {
        var builder = new DbContextOptionsBuilder();
        provider.Configure(builder);
        return builder.Options;
    }
}
