using System.Collections.Concurrent;

namespace Suiying.Channels.Model.Phone;

/// <summary>Tells the open pages of an agent, in this process, that something of their phone has changed. Pages of other processes look for themselves.</summary>
public sealed class CallSignals
{
    private readonly ConcurrentDictionary<Guid, ConcurrentDictionary<Listener, byte>> listeners = new();

    public IDisposable Listen(Guid agent, Action changed)
    {
        var listener = new Listener(this, agent, changed);
        listeners.GetOrAdd(agent, _ => new()).TryAdd(listener, 0);
        return listener;
    }

    public void Tell(params IEnumerable<Guid?> agents)
    {
        foreach (var agent in agents.OfType<Guid>().Distinct())
        {
            foreach (var listener in listeners.GetValueOrDefault(agent)?.Keys ?? [])
                listener.Changed();
        }
    }

    private sealed class Listener(CallSignals signals, Guid agent, Action changed) : IDisposable
    {
        public void Changed() => changed();

        public void Dispose() => signals.listeners.GetValueOrDefault(agent)?.TryRemove(this, out _);
    }
}
