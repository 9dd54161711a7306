namespace Suiying.Kernel.Events;

/// <summary>
/// Something that happened in a module and that others may react to. Ids, states and times only: no text of a person and nothing
/// sealed. It is stored and outlives releases: members are only added, and they are optional; a renamed event is a new one.
/// </summary>
public interface IEvent
{
    /// <summary>The stable name under which it is stored, such as <c>requests.moved</c>.</summary>
    static abstract string Name { get; }

    /// <summary>What it happened to; events of one aggregate reach each consumer in their order.</summary>
    string Aggregate { get; }
}

/// <summary>
/// Reacts to an event. It writes through its module's context, whose transaction also removes the event: both are stored or neither.
/// An exception means that the event is tried again later. While it runs, the write gate may be held: it asks no other module to write.
/// </summary>
public interface IConsumer<in TEvent>
    where TEvent : IEvent
{
    /// <summary>The stable name under which its events wait, such as <c>requests.notices</c>.</summary>
    static abstract string Name { get; }

    /// <summary>Events for which this is false are not kept for this consumer.</summary>
    static virtual bool Wants(TEvent happened) => true;

    /// <summary>Reacts to one event.</summary>
    Task When(TEvent happened, Delivery delivery, CancellationToken ct);
}

/// <summary>One event on its way to one consumer.</summary>
/// <param name="MessageId">The same at every attempt, so that a receiver outside can tell a repetition.</param>
/// <param name="At">When the event was stored.</param>
/// <param name="Attempt">1 for the first.</param>
public sealed record Delivery(Guid MessageId, DateTimeOffset At, int Attempt);
