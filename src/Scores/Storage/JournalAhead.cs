using Suiying.Contracts.Requests;

namespace Suiying.Scores.Storage;

/// <summary>
/// Reads the journal ahead of who compares it, several readers at once: while the database finds the steps of some requests, those of others are
/// folded here (benchmarks/scores/README.md).
/// </summary>
public sealed class JournalAhead(Scoped scoped)
{
    /// <summary>So many requests are read, compared and written at a time.</summary>
    public const int Batch = 2000;

    private static readonly int Readers = Math.Clamp(Environment.ProcessorCount, 2, 4);

    /// <summary>What is told of these requests, some at a time and in their order.</summary>
    /// <param name="requests">All of them.</param>
    /// <param name="tell">Reads some, each time in a scope of its own.</param>
    public async IAsyncEnumerable<(RequestId[] Some, T Told)> Read<TLoad, T>(
        IReadOnlyList<RequestId> requests,
        Func<TLoad, RequestId[], Task<T>> tell
    )
        where TLoad : notnull
    {
        var reading = new Queue<(RequestId[] Some, Task<T> Told)>();
        try
        {
            foreach (var some in requests.Chunk(Batch))
            {
                reading.Enqueue((some, scoped.Run<TLoad, T>(load => tell(load, some))));
                if (reading.Count == Readers)
                    yield return await Next();
            }
            while (reading.Count > 0)
                yield return await Next();
        }
        finally
        {
            foreach (var (_, told) in reading)
                await ((Task)told).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        async Task<(RequestId[], T)> Next()
        {
            var (some, told) = reading.Dequeue();
            return (some, await told);
        }
    }
}
