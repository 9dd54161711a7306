using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

/// <summary>
/// 话务平台告诉的一件事. The caller's number is sealed before anything of the call is stored, and only once an agent's phone rings: whoever gives up
/// in the queue leaves a time and nothing else. An event that comes twice, or late, changes nothing that is newer.
/// </summary>
public sealed class ReceiveCallEvent(
    ChannelsDb db,
    ICityRegistry registry,
    IStaffDirectory staff,
    ISealedIdentities identities,
    CallSignals signals
)
{
    public sealed record Command
    {
        /// <summary>Whose signature was found right.</summary>
        public required ExchangeCaller From { get; init; }

        /// <summary>The exchange's id of the message, the same at every repetition.</summary>
        public required string Message { get; init; }

        /// <summary>JSON, as it was signed.</summary>
        public required string Body { get; init; }

        public override string ToString() => "Command(sealed)";
    }

    /// <param name="Call">Our id of the call.</param>
    /// <param name="Repeated">True where this very event was known.</param>
    /// <param name="Warnings">What was taken all the same, such as an agent whom nobody knows.</param>
    public sealed record Received(Guid Call, bool Repeated, IReadOnlyList<FieldProblem> Warnings);

    public async Task<Outcome<Received>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var (exchange, now) = (command.From.Exchange, command.From.At);
        if (!CallNoticeReader.Read(command.Body, registry.Current.City.PhoneCountry, now).Ok(out var notice, out var refusal))
        {
            await Note(exchange, refusal.Text.ToString(), now, ct);
            return refusal;
        }
        var agent = notice.Agent is null ? null : await staff.FindByLogin(notice.Agent, ct);
        var knows = notice.Agent is null || agent?.Roles.Contains(Role.Agent) == true;
        var caller = knows && notice.Kind is CallEventKind.Ringing or CallEventKind.Answered ? await Seal(notice, now, ct) : null;
        var told = new Told(exchange, CallEvent.IdOf(exchange, command.Message), notice, knows ? agent?.Id : null, caller, now);
        var (call, repeated) = await db.WriteOrRetry(() => Keep(told, ct), ct);

        signals.Tell(call.AgentId, told.Agent);
        if (knows)
            return new Received(call.Id, repeated, []);
        var warning = new FieldProblem("agent", "没有这个登录名的坐席，这通电话不会出现在任何人的电话条上。");
        await Note(exchange, warning.Problem.ToString(), now, ct);
        return new Received(call.Id, repeated, [warning]);
    }

    private sealed record Told(
        Guid Exchange,
        Guid Event,
        CallNotice Notice,
        Guid? Agent,
        (PersonId Id, string? Masked)? Caller,
        DateTimeOffset Now
    );

    private async Task<(PersonId, string?)?> Seal(CallNotice notice, DateTimeOffset now, CancellationToken ct)
    {
        if (notice.From is null)
            return null;
        var person = await identities.Seal(new PersonId(Guid.CreateVersion7(now)), new Identity { Phone = notice.From }, ct);
        return (person, await identities.MaskedPhone(person, ct));
    }

    private async Task<(PhoneCall, bool)> Keep(Told told, CancellationToken ct)
    {
        var (notice, now) = (told.Notice, told.Now);
        var call = await db.Calls.FirstOrDefaultAsync(c => c.ExchangeId == told.Exchange && c.ExternalId == notice.Call, ct);
        if (await db.CallEvents.AnyAsync(e => e.Id == told.Event, ct) && call is not null)
            return (call, true);
        if (call is null)
        {
            call = new PhoneCall(Guid.CreateVersion7(now), told.Exchange, notice);
            db.Calls.Add(call);
        }
        db.CallEvents.Add(new CallEvent(told.Event, call.Id, notice, now));
        call.Take(notice, told.Agent);
        if (told.Caller is { } caller)
            call.Know(caller.Id, caller.Masked);
        if (notice.Kind is CallEventKind.Ringing or CallEventKind.Answered && told.Agent is { } agent)
            await FinishEarlier(call, agent, notice.At, ct);
        (await db.Exchanges.FirstOrDefaultAsync(e => e.Id == told.Exchange, ct))?.Heard(now);
        await db.SaveChangesAsync(ct);
        return (call, false);
    }

    /// <summary>Whoever takes the next call has written up the last one.</summary>
    private async Task FinishEarlier(PhoneCall call, Guid agent, DateTimeOffset at, CancellationToken ct)
    {
        var since = at - PhoneCall.LongestCall;
        var earlier = await db
            .Calls.Where(c => c.AgentId == agent && c.AskedAt > since && c.Id != call.Id && c.EndedAt != null && c.WrappedAt == null)
            .ToListAsync(ct);
        foreach (var one in earlier.Where(c => c.StateAt(at) is CallState.WrappingUp))
            one.FinishWrapUp(at);
    }

    private async Task Note(Guid exchange, string problem, DateTimeOffset now, CancellationToken ct)
    {
        (await db.Exchanges.FirstOrDefaultAsync(e => e.Id == exchange, ct))?.Note(problem, now);
        await db.SaveChangesAsync(ct);
    }
}
