using Suiying.Kernel.Events;

namespace Suiying.Contracts.People;

/// <summary>What was sealed of a person is gone; whatever else is kept of theirs alone goes too. Their matters stay.</summary>
public sealed record IdentityErased : IEvent
{
    public static string Name => "people.identity-erased";

    /// <summary>An id that leads to nobody any more.</summary>
    public required Guid Person { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    string IEvent.Aggregate => Person.ToString();
}
