using Suiying.Contracts.Requests;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>跟读: brings this process's window up to what was told by now: the last months at the start, then what moved since; what is too old or too much leaves.</summary>
public sealed class FollowMatters(IToldMatters told, MatterWindow window, TimeProvider time)
{
    private const int Page = 2000;

    /// <summary>At most so many pages at once; what is left is for the next turn.</summary>
    private const int Pages = 10;

    /// <returns>How many requests were read.</returns>
    public async Task<Outcome<int>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var now = time.GetUtcNow();
        window.Trim(now);
        var since = window.From;
        var read = window.Position is null ? await Start(now, since, ct) : 0;
        for (var page = 0; page < Pages; page++)
        {
            var changes = await told.Changed(window.Position!.Value, Page, ct);
            foreach (var gone in changes.Gone)
                window.Drop(gone);
            foreach (var matter in changes.Matters.Where(m => m.RegisteredAt >= since))
                window.Take(matter);
            read += changes.Matters.Count;
            if (changes.Position == window.Position)
                break;
            window.Reached(1, changes.Position);
        }
        window.Trim(now);
        return read;
    }

    private async Task<int> Start(DateTimeOffset now, DateTimeOffset since, CancellationToken ct)
    {
        var (position, read) = (await told.Position(ct), new List<ToldMatter>());
        for (var more = true; more; )
        {
            var matters = await told.Registered(since, read.LastOrDefault(), Math.Min(Page, window.Most - read.Count), ct);
            read.AddRange(matters);
            more = matters.Count == Page && read.Count < window.Most;
            // By time or by number, whichever ends it sooner, for to count them first would read them twice.
            if (more)
                window.Reached(Math.Max((now - matters[^1].RegisteredAt) / MatterWindow.Length, (double)read.Count / window.Most), null);
        }
        read.Reverse();
        window.Fill(read);
        window.Reached(1, position);
        return read.Count;
    }
}
