namespace Suiying.OpenCity.Model;

/// <summary>月度公开: a month whose figures were published. They stay as they are until a person publishes it again and says why.</summary>
public sealed class OpenMonth
{
    public const int LeastReason = 5,
        MostReason = 300;

    /// <summary>By its first day.</summary>
    public required DateOnly Month { get; init; }

    /// <summary>1 for the first; what comes after are revisions, of which only the newest has figures.</summary>
    public required int Revision { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Who published it again; empty for the program.</summary>
    public required string ByName { get; init; }

    /// <summary>修订原因, which is public; empty for the first.</summary>
    public required string Reason { get; init; }

    /// <summary>The city's areas and categories of that day.</summary>
    public required int RegistryVersion { get; init; }

    /// <summary>Requests that a generator made are among them.</summary>
    public required bool Synthetic { get; init; }

    /// <summary>待重新公开: requests were loaded into the month since; it is published again at the next turn of the clock.</summary>
    public bool Stale { get; init; }
}
