using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>找热点: finds the topics of this process's window anew, where anything changed and the last time is long enough ago for what it costs.</summary>
public sealed class FindTopics(MatterWindow window, IToldMatters told, ICityRegistry registry, TimeProvider time)
{
    /// <summary>Not sooner after the last.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>At most one part in so many of the time is spent on it.</summary>
    private const int Share = 20;

    /// <returns>False where there was nothing to do.</returns>
    public async Task<Outcome<bool>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var (last, now) = (window.Topics, time.GetUtcNow());
        if (window.Position is null || now - last.At < Pause || now - last.At < Share * last.Took)
            return false;
        window.Support(await told.Supporters(window.From, ct));
        // Once a day without a change too: what was recent grows old.
        if (window.Changes == last.Changes && now - last.At < TimeSpan.FromDays(1))
            return false;
        window.FindTopics(registry.Current.Areas, time);
        return true;
    }
}
