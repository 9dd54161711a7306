using System.Diagnostics;
using System.Globalization;
using Suiying.Engines.Topics;
using Suiying.Testing.Matters;

namespace Suiying.Benchmarks.Topics;

/// <summary>
/// What the same matter and topics cost in a window of so many invented requests: reading and indexing them, finding all topics, and letting requests in
/// one by one while old ones leave. One size a process, for the memory's sake.
/// </summary>
internal static class TopicCost
{
    private const int Seed = 1;
    private const int Planted = 500;
    private const int Joins = 5_000;
    private const int Chunk = 10_000;

    /// <param name="args">The size of the window; nothing else.</param>
    public static int Run(string[] args)
    {
        if (
            args is not [var said]
            || !int.TryParse(said, NumberStyles.None, CultureInfo.InvariantCulture, out var size)
            || size < 2 * Chunk
        )
        {
            Console.Error.WriteLine($"topics SIZE, {2 * Chunk} or more");
            return 1;
        }
        var topicOf = Batch(size);
        GC.Collect();
        Live(size, topicOf);
        return 0;
    }

    /// <summary>Topics of the whole window, by the ids of their members.</summary>
    private static Dictionary<string, string> Batch(int size)
    {
        var city = new InventedCity(Seed, size, Planted);
        var (index, build) = (new MatterIndex(), new Stopwatch());
        foreach (var chunk in city.Requests().Chunk(Chunk))
        {
            build.Start();
            index.AddAll(chunk);
            build.Stop();
        }
        var cluster = Stopwatch.StartNew();
        var topics = TopicFinder.Topics(index);
        cluster.Stop();
        var found = city.Found([.. topics.Select(t => t.Members)]);
        Console.WriteLine(
            $"{size:N0}: build {build.Elapsed.TotalSeconds:F1} s, cluster {cluster.Elapsed.TotalSeconds:F1} s, peak {PeakMb():N0} MB, "
                + $"{topics.Count:N0} topics, planted found {found.Found}/{found.All}"
        );
        return topics.SelectMany(t => t.Members.Select(m => (Member: m, First: t.Members[0]))).ToDictionary(m => m.Member, m => m.First);
    }

    private static void Live(int size, Dictionary<string, string> topicOf)
    {
        var city = new InventedCity(Seed, size + Joins, Planted);
        var (live, times, window) = (new LiveMatters(), new List<double>(Joins), new Queue<DateTimeOffset>());
        foreach (var item in city.Requests())
        {
            window.Enqueue(item.At);
            if (live.Index.Count < size)
            {
                live.Resume(item, topicOf.GetValueOrDefault(item.Id, item.Id));
                continue;
            }
            // As one comes in the oldest leaves, so the window stays as full as it is.
            var start = Stopwatch.GetTimestamp();
            live.Join(item);
            window.Dequeue();
            live.RemoveBefore(window.Peek());
            times.Add(Stopwatch.GetElapsedTime(start).TotalMilliseconds);
        }
        times.Sort();
        Console.WriteLine(
            $"{size:N0}: join and leave, {times.Count:N0} times: p50 {times[times.Count / 2]:F2} ms, p99 {times[times.Count * 99 / 100]:F2} ms, "
                + $"max {times[^1]:F2} ms, peak {PeakMb():N0} MB"
        );
    }

    private static double PeakMb()
    {
        using var self = Process.GetCurrentProcess();
        return self.PeakWorkingSet64 / 1048576.0;
    }
}
