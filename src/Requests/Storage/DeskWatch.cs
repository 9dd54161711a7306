namespace Suiying.Requests.Storage;

/// <summary>When one open desk reads its list again: at once where something moved that concerns it, and now and then whatever moved.</summary>
public sealed class DeskWatch(RecentMoves moves, Actor by)
{
    public static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    /// <summary>Whoever watches the whole city is not shown every step of it.</summary>
    public static readonly TimeSpan HotlinePause = TimeSpan.FromSeconds(15);

    /// <summary>Absences and the calendar change lists too, without a step of a request.</summary>
    public static readonly TimeSpan LongestPause = TimeSpan.FromMinutes(5);

    private readonly string? unit = by.Is(Role.UnitHandler) ? by.UnitCode : null;
    private long? mark;
    private DateTimeOffset looked;

    public async Task<bool> MustLook(IEnumerable<long> shown, DateTimeOffset now, CancellationToken ct)
    {
        if (unit is null && now - looked < HotlinePause)
            return false;
        var (newest, moved) = await moves.Since(mark, unit, shown.ToHashSet(), ct);
        mark = newest;
        if (!moved && now - looked < LongestPause)
            return false;
        looked = now;
        return true;
    }
}
