using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>并入: what a message says is added to a matter of its sender, as the sender.</summary>
public sealed class JoinMessage(ChannelsDb db, InboxGate gate, IIntakeDesk desk, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Message { get; init; }

        /// <summary>工单编号</summary>
        public required string Number { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Agent, Role.Dispatcher))
            return new NotAllowed();
        var now = time.GetUtcNow();
        if (!(await gate.Take(command.Message, by, now, ct)).Ok(out var message, out var refusal))
            return refusal;
        if (gate.Open(message) is not { } words || message.Person is not { } person)
            return new MessageAnonymous();
        if (message.Add(command.Number, by, now) is { } decided)
            return decided;

        var facts = new IntakeFacts
        {
            Number = command.Number,
            Person = person,
            Key = message.Id,
            Text = words.Text,
            Photos = words.Photos,
        };
        // A process that dies between the two adds the same facts under the same key again.
        if (!(await desk.Add(facts, by, ct)).Ok(out _, out refusal))
            return refusal;
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
