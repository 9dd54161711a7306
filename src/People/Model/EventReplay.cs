using Suiying.Kernel.Events;

namespace Suiying.People.Model;

/// <summary>重新投递: who brought a dead letter back, and what it had failed with; only appended.</summary>
public sealed class EventReplay
{
    private EventReplay() { }

    public Guid Id { get; private set; }

    public string Event { get; private set; } = "";

    public string Consumer { get; private set; } = "";

    public string Aggregate { get; private set; } = "";

    public string Problem { get; private set; } = "";

    public Guid ActorId { get; private set; }

    public string ActorName { get; private set; } = "";

    public DateTimeOffset At { get; private set; }

    public static EventReplay Of(StoredEvent letter, Actor by, DateTimeOffset at) =>
        new()
        {
            Id = Guid.CreateVersion7(at),
            Event = letter.Event,
            Consumer = letter.Consumer,
            Aggregate = letter.Aggregate,
            Problem = letter.Problem,
            ActorId = by.Id,
            ActorName = by.Name,
            At = at,
        };
}
