namespace Suiying.Engines.Statistics;

/// <summary>
/// 小数隐去: counts of fewer than k are not published, and as many others with them as it takes that nobody finds them by subtracting what is published. For each small
/// count a reader of all tables who knows this method can exclude neither that it is 0 nor that it is k or more. Whether that holds is
/// decided by flows through what is hidden, which in a network is exact; what else is hidden is the cheapest cycle through the count (Castro, Computers and
/// Operations Research 29, 2002). Pure and thread-safe.
/// </summary>
public static class SmallCells
{
    /// <summary>Which counts of a network are hidden, by their numbers.</summary>
    /// <param name="network">All that is published together.</param>
    /// <param name="least">k: the smallest count above 0 that is published, at least 2.</param>
    /// <exception cref="InvalidOperationException">A sum is not the sum of its parts.</exception>
    public static bool[] Hide(CountNetwork network, int least)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(least, 2);
        network.Check();
        var hidden = network.Arcs.Select(a => a.Count > 0 && a.Count < least).ToArray();
        // The largest first: what hides it hides many of the others.
        foreach (var arc in Enumerable.Range(0, hidden.Length).Where(i => hidden[i]).OrderByDescending(i => network.Arcs[i].Count).ToList())
        {
            var count = network.Arcs[arc].Count;
            Protect(network, hidden, arc, least - count, up: true, least);
            Protect(network, hidden, arc, count, up: false, least);
        }
        return hidden;
    }

    /// <summary>What a reader of all that is published can tell of a hidden count: it lies between these, and may be either.</summary>
    /// <param name="network">All that is published together.</param>
    /// <param name="hidden">What is not, by number.</param>
    /// <param name="arc">Number of the count.</param>
    /// <param name="most">How far up is looked.</param>
    public static (int Low, int High) Range(CountNetwork network, bool[] hidden, int arc, int most)
    {
        var count = network.Arcs[arc].Count;
        if (!hidden[arc])
            return (count, count);
        var (down, up) = (new Flow(network, hidden, arc), new Flow(network, hidden, arc));
        return (count - down.Send(count, up: false), count + up.Send(Math.Max(0, most - count), up: true));
    }

    private static void Protect(CountNetwork network, bool[] hidden, int arc, int need, bool up, int least)
    {
        while (true)
        {
            var flow = new Flow(network, hidden, arc);
            var missing = need - flow.Send(need, up);
            if (missing <= 0)
                return;
            var path = flow.Cheapest(missing, up, least) ?? flow.Cheapest(1, up, least);
            if (path is null)
                throw new InvalidOperationException($"Count {arc} stands alone: no other could hide it.");
            foreach (var other in path)
                hidden[other] = true;
        }
    }

    /// <summary>How far hidden counts can move together so that everything that is published stays as it is.</summary>
    private sealed class Flow(CountNetwork network, bool[] hidden, int arc)
    {
        private readonly int[] moved = new int[network.Arcs.Count];

        /// <summary>How much the count moved, at most as much as was asked for.</summary>
        public int Send(int need, bool up)
        {
            var sent = 0;
            while (sent < need && Path(up, 1, i => hidden[i] ? 0 : null) is { } path)
            {
                var step = path.Aggregate(need - sent, (least, hop) => Math.Min(least, Room(hop)));
                foreach (var (over, forward) in path)
                    moved[over] += forward ? step : -step;
                sent += step;
            }
            return sent;
        }

        /// <summary>What else would have to be hidden so that the count can move further; null where nothing helps.</summary>
        public IEnumerable<int>? Cheapest(int room, bool up, int least) =>
            Path(up, room, i => hidden[i] ? 0 : (long)Math.Max(network.Arcs[i].Count, least) * network.Arcs[i].Worth)
                ?.Select(hop => hop.Arc);

        private int Room((int Arc, bool Forward) hop) => hop.Forward ? int.MaxValue : network.Arcs[hop.Arc].Count + moved[hop.Arc];

        /// <summary>The cheapest way around the count, over arcs with a price.</summary>
        private List<(int Arc, bool Forward)>? Path(bool up, int room, Func<int, long?> price)
        {
            var own = network.Arcs[arc];
            var (start, end) = up ? (own.To, own.From) : (own.From, own.To);
            var costs = new long[network.Nodes];
            Array.Fill(costs, long.MaxValue);
            var came = new (int Arc, bool Forward)[network.Nodes];
            var next = new PriorityQueue<int, long>();
            costs[start] = 0;
            next.Enqueue(start, 0);
            while (next.TryDequeue(out var node, out var cost))
            {
                if (node == end)
                    return Back(came, start, end);
                if (cost > costs[node])
                    continue;
                foreach (var i in network.At(node))
                {
                    if (i == arc || price(i) is not { } more)
                        continue;
                    var hop = (Arc: i, Forward: network.Arcs[i].From == node);
                    var to = hop.Forward ? network.Arcs[i].To : network.Arcs[i].From;
                    if (Room(hop) < room || cost + more >= costs[to])
                        continue;
                    (costs[to], came[to]) = (cost + more, hop);
                    next.Enqueue(to, cost + more);
                }
            }
            return null;
        }

        private List<(int Arc, bool Forward)> Back((int Arc, bool Forward)[] came, int start, int end)
        {
            var path = new List<(int, bool)>();
            for (var node = end; node != start; )
            {
                var hop = came[node];
                path.Add(hop);
                node = hop.Forward ? network.Arcs[hop.Arc].From : network.Arcs[hop.Arc].To;
            }
            return path;
        }
    }
}
