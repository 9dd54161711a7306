using System.Diagnostics;
using System.Text.Json;
using Suiying.Kernel.Data;

namespace Suiying.Kernel.Events;

/// <summary>Stores events in the transaction of the change that they tell of, and wakes up what delivers them.</summary>
public sealed class Outbox(IEnumerable<Subscription> subscriptions, TimeProvider time)
{
    private readonly ILookup<string, Subscription> consumers = subscriptions.ToLookup(s => s.Event);
    private TaskCompletionSource next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes at the next <see cref="Wake"/>.</summary>
    internal Task Next => Volatile.Read(ref next).Task;

    /// <summary>Adds one row for each consumer to what the context saves next.</summary>
    public void Add<TEvent>(ModuleDb db, TEvent happened)
        where TEvent : IEvent
    {
        var now = time.GetUtcNow();
        var id = Guid.CreateVersion7(now);
        var payload = JsonSerializer.Serialize(happened, Subscription.Json);
        foreach (var consumer in consumers[TEvent.Name].Where(c => c.Wants(happened)))
            db.Add(
                new StoredEvent
                {
                    EventId = id,
                    Event = TEvent.Name,
                    Consumer = consumer.Consumer,
                    Aggregate = happened.Aggregate,
                    Payload = payload,
                    Trace = Activity.Current?.Id,
                    At = now,
                    DueAt = now,
                }
            );
    }

    /// <summary>After the commit. Forgotten, events wait for the next turn of the clock.</summary>
    public void Wake() =>
        Interlocked.Exchange(ref next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).TrySetResult();
}
