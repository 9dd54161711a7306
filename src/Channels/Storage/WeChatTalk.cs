using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Model.WeChat;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using MessageWords = Suiying.Channels.Model.Inbox.MessageWords;

namespace Suiying.Channels.Storage;

/// <summary>Lays what a follower writes or shows into the inbox; pictures are fetched from the platform while it waits for the answer.</summary>
public sealed class WeChatTalk(WeChatSetting setting, WeChatPost post, InboxShelf shelf, IIncomingPhotos photos, TimeProvider time)
{
    /// <summary>The platform gives up after five seconds and sends the same again.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(4);

    /// <summary>Without the account's secret the platform hands out no picture.</summary>
    public bool TakesPhotos => post.Ready;

    public async Task<Outcome<Received>> Keep(WeChatMessage message, WeChatFollower follower, DateTimeOffset now, CancellationToken ct)
    {
        var source = await shelf.Own(InboxKind.WeChat, setting.Name, now, ct);
        // Two people may send the same thing in the same second.
        var id = $"{follower.Id:N}-{message.Id}";
        if (!(await WordsOf(message, source, id, ct)).Ok(out var words, out var refusal))
            return refusal;
        var notice = new MessageNotice
        {
            Id = id,
            At = message.At,
            Words = words,
        };
        return await shelf.Keep(source, notice, (new PersonId(follower.PersonId), follower.Shown), now, ct);
    }

    private async Task<Outcome<MessageWords>> WordsOf(WeChatMessage message, Guid source, string id, CancellationToken ct)
    {
        if (message.Media.Length == 0)
        {
            var text = message.Words;
            return new MessageWords(
                (text.Length <= MessageNoticeReader.LongestText ? text : text[..MessageNoticeReader.LongestText]).ReplaceLineEndings("\n"),
                "",
                "",
                ""
            );
        }
        var picture = new MessageWords(MessageWords.OfPhoto, "", "", "");
        if (await shelf.Known(source, id, ct) is not null)
            return picture;
        return await Fetch(message.Media, ct) is { } file ? picture with { Photos = [file] } : new PictureNotFetched();
    }

    private async Task<string?> Fetch(string media, CancellationToken ct)
    {
        using var patience = new CancellationTokenSource(Patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(ct, patience.Token);
        try
        {
            return
                await post.Fetch(media, IIncomingPhotos.MostBytes, either.Token) is { } bytes
                && (await photos.Keep(bytes, either.Token)).Ok(out var file, out _)
                ? file
                : null;
        }
        catch (MessageNotSentException)
        {
            return null;
        }
        catch (OperationCanceledException) when (!ct.IsCancellationRequested)
        {
            return null;
        }
    }
}
