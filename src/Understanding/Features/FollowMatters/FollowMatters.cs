using Suiying.Contracts.Requests;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>跟读: brings this process's window up to what was told by now: the last months at the start, then what moved since; what is too old leaves.</summary>
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
        var since = time.GetUtcNow() - MatterWindow.Length;
        window.DropBefore(since);
        var read = window.Position is null ? await Start(since, ct) : 0;
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
        return read;
    }

    private async Task<int> Start(DateTimeOffset since, CancellationToken ct)
    {
        var (position, read) = (await told.Position(ct), new List<ToldMatter>());
        for (var full = true; full; )
        {
            var matters = await told.Registered(since, read.Count == 0 ? 0 : read[^1].Serial, Page, ct);
            read.AddRange(matters);
            full = matters.Count == Page;
            // By time, for to count them first would read them twice.
            if (full)
                window.Reached((matters[^1].RegisteredAt - since) / MatterWindow.Length, null);
        }
        window.Fill(read);
        window.Reached(1, position);
        return read.Count;
    }
}
