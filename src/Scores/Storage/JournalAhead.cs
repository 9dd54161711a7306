using Suiying.Contracts.Requests;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>
/// Compares parts of the journal ahead of who asks for them, several at once: while the database finds the steps of some requests, those of others are
/// folded here (benchmarks/scores/README.md).
/// </summary>
public sealed class JournalAhead(Scoped scoped)
{
    /// <summary>Two for each core: one of them waits for the database while the other folds.</summary>
    private static readonly int Readers = Math.Clamp(2 * Environment.ProcessorCount, 2, 8);

    /// <summary>What is found of each part, in their order.</summary>
    /// <param name="parts">All of them.</param>
    /// <param name="compare">One of them, each in a scope of its own.</param>
    public async IAsyncEnumerable<(JournalPart Part, ScoresFound? Found)> Read(
        IAsyncEnumerable<JournalPart> parts,
        Func<ScoreLoad, JournalPart, Task<ScoresFound?>> compare
    )
    {
        var reading = new Queue<(JournalPart Part, Task<ScoresFound?> Found)>();
        try
        {
            await foreach (var part in parts)
            {
                reading.Enqueue((part, scoped.Run<ScoreLoad, ScoresFound?>(load => compare(load, part))));
                if (reading.Count == Readers)
                    yield return await Next();
            }
            while (reading.Count > 0)
                yield return await Next();
        }
        finally
        {
            foreach (var (_, found) in reading)
                await ((Task)found).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        async Task<(JournalPart, ScoresFound?)> Next()
        {
            var (part, found) = reading.Dequeue();
            return (part, await found);
        }
    }
}
