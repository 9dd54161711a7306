using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;

namespace Suiying.Channels.Features;

/// <summary>不受理: put aside with a reason, such as an advertisement; can be taken back.</summary>
public sealed class DeclineMessage(ChannelsDb db, InboxGate gate, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Message { get; init; }

        public required string Reason { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Agent, Role.Dispatcher))
            return new NotAllowed();
        var reason = command.Reason.Trim();
        if (reason.Length is < 2 or > IncomingMessage.LongestReason)
            return Refusal.Invalid(new FieldProblem("reason", $"请写明为什么不受理，2至{IncomingMessage.LongestReason}个字。"));
        var now = time.GetUtcNow();
        if (!(await gate.Take(command.Message, by, now, ct)).Ok(out var message, out var refusal))
            return refusal;
        if (message.Decline(reason, by, now) is { } decided)
            return decided;
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
