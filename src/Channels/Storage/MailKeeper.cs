using MimeKit;
using Suiying.Channels.Model.Inbox;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Storage;

/// <summary>Keeps a mail with the photos in it; what cannot be kept is named, and stays in the mailbox. One that was delivered twice is not opened twice.</summary>
public sealed class MailKeeper(InboxShelf shelf, InboxKeeper keeper, IIncomingPhotos photos)
{
    /// <summary>A mail of a thousand broken pictures, each slow to open, must not keep the others waiting.</summary>
    private const int MostOpened = 2 * IIncomingPhotos.Most;

    public async Task<Outcome<Received>> Keep(Guid source, ArrivedMail arrived, DateTimeOffset now, CancellationToken ct)
    {
        if (await shelf.Known(source, MailReader.IdOf(arrived), ct) is { } known)
            return new Received(known, true);
        var files = arrived.Megabytes is null ? await Sort(arrived.Mail, ct) : MailFiles.None;
        return await keeper.Keep(source, MailReader.Read(arrived, files, now), now, ct);
    }

    private async Task<MailFiles> Sort(MimeMessage mail, CancellationToken ct)
    {
        // The picture that a machine sends with each of its mails is nobody's photo.
        var automatic = MailReader.IsAutomatic(mail);
        var (kept, left, opened) = (new List<string>(), new List<LeftFile>(), 0);
        foreach (var file in MailReader.FilesOf(mail))
        {
            var (name, why) =
                automatic || MailPictures.Of(file) is not { } bytes ? (null, "")
                : kept.Count == IIncomingPhotos.Most || opened++ >= MostOpened ? (null, $"一封信最多收{IIncomingPhotos.Most}张")
                : await Keep(bytes, ct);
            if (name is null)
                left.Add(new LeftFile(MailReader.NameOf(file), why));
            else if (!kept.Contains(name))
                kept.Add(name);
        }
        return new MailFiles(kept, left);
    }

    private async Task<(string? Name, string Why)> Keep(byte[] bytes, CancellationToken ct) =>
        (await photos.Keep(bytes, ct)).Ok(out var name, out var refusal) ? (name, "") : (null, refusal.Text);
}
