using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>收下一条来件 that a program handed in; what is wrong with it is told to the program and to the administrator.</summary>
public sealed class ReceiveMessage(ICityRegistry registry, InboxKeeper keeper, InboxShelf shelf, IIncomingPhotos photos)
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
        if (
            MessageNoticeReader.Read(command.Body, registry.Current.City.PhoneCountry, now).Ok(out var notice, out var refusal)
            && (await WithPhotos(source, notice, ct)).Ok(out notice, out refusal)
        )
            return await keeper.Keep(source, notice, now, ct);
        await shelf.Note(source, refusal.Text.ToString(), now, ct);
        return refusal;
    }

    /// <summary>One photo that cannot be kept refuses the message, so that no sender believes that it was seen.</summary>
    private async Task<Outcome<MessageNotice>> WithPhotos(Guid source, MessageNotice notice, CancellationToken ct)
    {
        if (notice.Pictures.Count == 0 || await shelf.Known(source, notice.Id, ct) is not null)
            return notice;
        var (kept, wrong) = (new List<string>(), new List<FieldProblem>());
        foreach (var (sent, index) in notice.Pictures.Select((p, i) => (p, i + 1)))
        {
            if ((await photos.Keep(sent, ct)).Ok(out var file, out var no))
                kept.Add(file);
            else
                wrong.Add(new FieldProblem("photos", $"第{index}张{no.Text}。"));
        }
        return wrong.Count > 0 ? Refusal.Invalid(wrong) : notice with { Words = notice.Words with { Photos = [.. kept.Distinct()] } };
    }
}
