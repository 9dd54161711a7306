using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;

namespace Suiying.Channels.Features;

/// <summary>坐席就绪、小休、签出.</summary>
public sealed class SetSeat(ChannelsDb db, TimeProvider time)
{
    public sealed record Command
    {
        public required SeatState State { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Agent))
            return new NotAllowed();
        return await db.WriteOrRetry(() => Set(command.State, by, ct), ct);
    }

    private async Task<Outcome<Done>> Set(SeatState state, Actor by, CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var seat = await db.Seats.FirstOrDefaultAsync(s => s.AgentId == by.Id, ct);
        if (seat is null)
        {
            seat = new Seat(by.Id, now);
            db.Seats.Add(seat);
        }
        // A seat that was lost in the meantime ended when it was last seen.
        if (seat.IsLost(now) && seat.Set(SeatState.Away, seat.SeenAt) is { } lost)
            db.SeatSpans.Add(lost);
        if (seat.Set(state, now) is { } span)
            db.SeatSpans.Add(span);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
