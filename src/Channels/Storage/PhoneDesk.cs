using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Phone;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Storage;

/// <summary>The phone panel of an agent's desk.</summary>
internal sealed class PhoneDesk(ChannelsDb db, SetSeat setSeat, EndWrapUp endWrapUp, CallSignals signals, TimeProvider time) : IPhoneDesk
{
    private static readonly PhonePanel Nothing = new(false, SeatState.Away, null);

    public async Task<PhonePanel> Look(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Agent) || !await db.Exchanges.AnyAsync(e => e.RevokedAt == null, ct))
            return Nothing;
        var now = time.GetUtcNow();
        var seat = await db.Seats.FirstOrDefaultAsync(s => s.AgentId == by.Id, ct);
        if (seat?.See(now) == true)
            await db.SaveChangesAsync(ct);
        return new PhonePanel(true, seat is null || seat.IsLost(now) ? SeatState.Away : seat.State, await InHand(by.Id, now, ct));
    }

    public IDisposable Listen(Guid agent, Action changed) => signals.Listen(agent, changed);

    public Task<Outcome<Done>> SetSeat(SeatState seat, Actor by, CancellationToken ct) =>
        setSeat.Run(new SetSeat.Command { State = seat }, by, ct);

    public Task<Outcome<Done>> FinishCall(Guid call, Actor by, CancellationToken ct) =>
        endWrapUp.Run(new EndWrapUp.Command { Call = call }, by, ct);

    public async Task<CallRecord?> Find(Guid call, CancellationToken ct)
    {
        if (await db.Calls.AsNoTracking().FirstOrDefaultAsync(c => c.Id == call, ct) is not { } known)
            return null;
        var exchange = await db.Exchanges.AsNoTracking().FirstOrDefaultAsync(e => e.Id == known.ExchangeId, ct);
        return new CallRecord(known.AnsweredAt, known.EndedAt, known.AgentId, exchange?.AddressOf(known.Recording));
    }

    /// <summary>What rings or speaks comes before what is still written up.</summary>
    private async Task<CallInHand?> InHand(Guid agent, DateTimeOffset now, CancellationToken ct)
    {
        var since = now - PhoneCall.LongestCall;
        var calls = await db
            .Calls.AsNoTracking()
            .Where(c => c.AgentId == agent && c.AskedAt > since && c.WrappedAt == null)
            .OrderByDescending(c => c.AskedAt)
            .Take(10)
            .ToListAsync(ct);
        var call = calls
            .Where(c => c.StateAt(now) is CallState.Ringing or CallState.Talking or CallState.WrappingUp)
            .OrderBy(c => c.StateAt(now) is CallState.WrappingUp)
            .ThenByDescending(c => c.GivenAt)
            .FirstOrDefault();
        return call is null
            ? null
            : new CallInHand
            {
                Id = call.Id,
                State = call.StateAt(now),
                Caller = call.PersonId is { } person ? new PersonId(person) : null,
                MaskedPhone = call.MaskedPhone,
                AskedAt = call.AskedAt,
                AnsweredAt = call.AnsweredAt,
                EndedAt = call.EndedAt,
            };
    }
}
