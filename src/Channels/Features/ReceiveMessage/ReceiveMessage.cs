using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

/// <summary>收下一条来件 that a program handed in; what is wrong with it is told to the program and to the administrator.</summary>
public sealed class ReceiveMessage(ICityRegistry registry, InboxKeeper keeper, InboxShelf shelf)
{
    public sealed record Command
    {
        /// <summary>Whose signature was found right.</summary>
        public required InboxSender From { get; init; }

        /// <summary>JSON, as it was signed.</summary>
        public required string Body { get; init; }

        public override string ToString() => "Command(sealed)";
    }

    public async Task<Outcome<Received>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var (source, now) = (command.From.Source, command.From.At);
        if (MessageNoticeReader.Read(command.Body, registry.Current.City.PhoneCountry, now).Ok(out var notice, out var refusal))
            return await keeper.Keep(source, notice, now, ct);
        await shelf.Note(source, refusal.Text.ToString(), now, ct);
        return refusal;
    }
}
