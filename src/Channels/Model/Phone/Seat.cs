using Suiying.Contracts.Channels;

namespace Suiying.Channels.Model.Phone;

/// <summary>坐席: what an agent last said of theirs. One row for each agent; what is past is kept without their name, as <see cref="SeatSpan"/>.</summary>
public sealed class Seat
{
    /// <summary>A seat whose page is not seen for so long is signed out.</summary>
    public static readonly TimeSpan Lost = TimeSpan.FromMinutes(3);

    /// <summary>Its page is noted no oftener, so that looking does not become writing.</summary>
    private static readonly TimeSpan SeenEvery = TimeSpan.FromMinutes(1);

    private Seat() { }

    public Seat(Guid agent, DateTimeOffset at) => (AgentId, Since, SeenAt) = (agent, at, at);

    public Guid AgentId { get; private set; }

    public SeatState State { get; private set; }

    public DateTimeOffset Since { get; private set; }

    public DateTimeOffset SeenAt { get; private set; }

    /// <summary>Changes the state; the span that ends by it, or null where nothing was counted.</summary>
    public SeatSpan? Set(SeatState state, DateTimeOffset at)
    {
        if (State == state)
            return null;
        var span = State is SeatState.Away || at <= Since ? null : new SeatSpan(Guid.CreateVersion7(at), State, Since, at);
        (State, Since, SeenAt) = (state, at, at);
        return span;
    }

    /// <summary>True where it is time to note that the agent's page is still open.</summary>
    public bool See(DateTimeOffset at)
    {
        if (State is SeatState.Away || at - SeenAt < SeenEvery)
            return false;
        SeenAt = at;
        return true;
    }

    public bool IsLost(DateTimeOffset now) => State is not SeatState.Away && now - SeenAt > Lost;
}

/// <summary>坐席时段: how long some seat was ready or at a break. Whose it was is not kept: figures are of the hotline, never of a person.</summary>
public sealed class SeatSpan
{
    private SeatSpan() { }

    public SeatSpan(Guid id, SeatState state, DateTimeOffset from, DateTimeOffset until) =>
        (Id, State, From, Until) = (id, state, from, until);

    public Guid Id { get; private set; }

    public SeatState State { get; private set; }

    public DateTimeOffset From { get; private set; }

    public DateTimeOffset Until { get; private set; }
}
