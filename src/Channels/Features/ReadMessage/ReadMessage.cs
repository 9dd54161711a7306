using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>打开一条来件: what it says, and of which matter of its sender it may be. Says to colleagues that it is open.</summary>
public sealed class ReadMessage(ChannelsDb db, InboxGate gate, IIntakeDesk desk, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Message { get; init; }

        /// <summary>True says to colleagues that it is open here; false only reads.</summary>
        public bool Holds { get; init; }

        /// <summary>True says that it was left.</summary>
        public bool Leaves { get; init; }
    }

    /// <param name="Message">As it is stored.</param>
    /// <param name="Words">What it says; null once it was forgotten.</param>
    /// <param name="Matters">Matters of the same person, the likeliest first.</param>
    /// <param name="Offered">Number of the matter to which it seems to belong; a person decides.</param>
    /// <param name="OpenAt">The colleague who has it open.</param>
    public sealed record Opened(
        IncomingMessage Message,
        MessageWords? Words,
        IReadOnlyList<PersonMatter> Matters,
        string? Offered,
        string? OpenAt
    );

    public async Task<Outcome<Opened>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Agent, Role.Dispatcher))
            return new NotAllowed();
        if (await db.Inbox.FirstOrDefaultAsync(m => m.Id == command.Message, ct) is not { } message)
            return new MessageUnknown();
        var now = time.GetUtcNow();
        var other = message.OpenAt(by, now);
        if (command.Leaves)
            message.Leave(by);
        else if (command.Holds)
            message.Open(by, now);
        await db.SaveChangesAsync(ct);

        var words = gate.Open(message);
        var matters = message.Person is { } person ? await desk.MattersOf(person, by, ct) : [];
        var offered = words is null ? null : ThreadOf.Find(words, matters);
        return new Opened(message, words, [.. matters.OrderByDescending(m => m.Number == offered).ThenBy(m => m.Ended)], offered, other);
    }
}
