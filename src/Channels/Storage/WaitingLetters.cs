using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Inbox;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Storage;

internal sealed class WaitingLetters(ChannelsDb db, InboxGate gate) : IWaitingLetters
{
    private const int Most = 20;

    public async Task<IReadOnlyList<WaitingLetter>> Of(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return [];
        var rows = await db
            .Inbox.AsNoTracking()
            .Where(m => m.PersonId == by.Id && m.Kind == InboxKind.Mailbox)
            .Where(m => m.State == InboxState.Open || m.State == InboxState.Declined)
            .OrderByDescending(m => m.ReceivedAt)
            .Take(Most)
            .ToListAsync(ct);
        return [.. rows.Select(Letter).OfType<WaitingLetter>()];
    }

    private WaitingLetter? Letter(IncomingMessage message) =>
        gate.Open(message) is { } words
            ? new WaitingLetter(message.Request, words.To, words.Title, message.ReceivedAt, message.State is InboxState.Declined)
            : null;
}
