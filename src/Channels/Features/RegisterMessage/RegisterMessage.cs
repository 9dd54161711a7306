using Microsoft.Extensions.Localization;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>
/// 登记来件: puts it on the agent's call page, with its words, its sender and its way. It counts as registered when its request exists, so that whoever
/// goes away in between leaves it waiting.
/// </summary>
public sealed class RegisterMessage(ChannelsDb db, InboxGate gate, IIntakeDesk desk, IStringLocalizer<Texts> t, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Message { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Agent))
            return new NotAllowed();
        var now = time.GetUtcNow();
        if (!(await gate.Take(command.Message, by, now, ct)).Ok(out var message, out var refusal))
            return refusal;
        if (message.State is not InboxState.Open || gate.Open(message) is not { } words)
            return new MessageDecided();

        var draft = new IncomingDraft
        {
            Id = message.Request,
            Kind = message.Kind,
            Text = words.To.Length > 0 ? $"{t["写给{0}：", words.To]}\n{words.Text}" : words.Text,
            Name = words.Name,
            Person = message.Person,
            Masked = message.MaskedSender ?? "",
            Reference = words.Reference,
            Photos = words.Photos,
        };
        if (!(await desk.Begin(draft, by, ct)).Ok(out _, out refusal))
            return refusal;
        message.Open(by, now);
        await db.SaveChangesAsync(ct);
        return new Done();
    }
}
