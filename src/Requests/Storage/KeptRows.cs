namespace Suiying.Requests.Storage;

/// <summary>
/// Rows that are read as a whole and kept in memory: young ones are shown, older ones while new ones are on their way, and the oldest to
/// nobody. One read at a time, whoever asks; it outlives the request that began it.
/// </summary>
/// <param name="freshFor">Older than this, new ones are fetched while the old ones are still shown.</param>
/// <param name="shownFor">Older than this, nobody is shown the old ones.</param>
/// <param name="time">The clock.</param>
/// <param name="load">Reads new ones; given those that are kept, if any.</param>
internal sealed class KeptRows<TSet>(TimeSpan freshFor, TimeSpan shownFor, TimeProvider time, Func<TSet?, Task<TSet>> load)
    where TSet : class, IKeptRows
{
    private readonly Lock turn = new();
    private volatile TSet? current;
    private Task<TSet>? refresh;

    /// <summary>The kept rows or new ones; <paramref name="usable"/> is false for rows that must not be shown however young they are.</summary>
    public async Task<TSet> Get(Func<TSet, bool> usable, CancellationToken ct)
    {
        var set = current;
        var age = set is null || !usable(set) ? TimeSpan.MaxValue : time.GetUtcNow() - set.AsOf;
        if (set is not null && age <= freshFor)
            return set;
        var next = Refresh();
        return set is not null && age <= shownFor ? set : await next.WaitAsync(ct);
    }

    private Task<TSet> Refresh()
    {
        lock (turn)
        {
            if (refresh is null or { IsCompleted: true })
                refresh = Task.Run(async () => current = await load(current));
            return refresh;
        }
    }
}

/// <summary>Rows as they were at one moment.</summary>
internal interface IKeptRows
{
    DateTimeOffset AsOf { get; }
}
