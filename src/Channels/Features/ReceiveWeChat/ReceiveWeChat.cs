using System.Text.RegularExpressions;
using Suiying.Channels.Model;
using Suiying.Channels.Model.WeChat;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>
/// 收下一条微信. What says something waits in the inbox like every other message, and what is written line after line is one; a few words are answered at
/// once. What the platform sends again, because it got no answer in time, is kept once and answered again.
/// </summary>
public sealed partial class ReceiveWeChat(WeChatFollowers followers, WeChatTalk talk, IIntakeDesk desk, WeChatWords words)
{
    private const int Shortest = 2;

    public sealed record Command
    {
        /// <summary>As the account's seal proved it.</summary>
        public required WeChatMessage Message { get; init; }

        public required DateTimeOffset At { get; init; }
    }

    /// <param name="Words">What is answered at once; null for nothing.</param>
    public sealed record Answered(string? Words);

    public async Task<Outcome<Answered>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var message = command.Message;
        if (message.Event == "unsubscribe")
        {
            await followers.Forget(message.From, ct);
            return new Answered(null);
        }
        var follower = await followers.Hear(message.From, ct);
        if (message.Type == "event")
            return new Answered(message.Event is "subscribe" or "CLICK" ? words.Welcome(talk.TakesPhotos) : null);
        if (message.Type == "text" && await Said(message.Words, follower, ct) is { } said)
            return new Answered(said);
        if (message.Media.Length > 0 && talk.TakesPhotos)
            return await Keep(message, follower, command.At, ct);
        if (message.Type is not ("text" or "voice" or "location" or "link") || (message.Type == "voice" && message.Words.Length == 0))
            return new Answered(words.NotTaken(talk.TakesPhotos));
        return message.Words.Length < Shortest ? new Answered(words.TooShort) : await Keep(message, follower, command.At, ct);
    }

    /// <summary>What is answered to a word that means something to the account itself; null for all others.</summary>
    private async Task<string?> Said(string text, WeChatFollower follower, CancellationToken ct)
    {
        if (Binding().Match(text) is { Success: true } code)
            return await followers.Bind(follower, code.Groups[1].Value, ct) is { } person
                ? words.Bound(await followers.Shown(person, ct))
                : words.CodeWrong;
        if (text is "解绑" or "unbind")
        {
            await followers.Unbind(follower, ct);
            return words.Unbound;
        }
        if (text is not ("进度" or "查进度" or "查询" or "progress"))
            return null;
        return words.Progress(await desk.MattersOf(new PersonId(follower.PersonId), Actor.Resident(follower.PersonId), ct));
    }

    private async Task<Outcome<Answered>> Keep(WeChatMessage message, WeChatFollower follower, DateTimeOffset now, CancellationToken ct) =>
        (await talk.Keep(message, follower, now, ct)).Ok(out _, out var refusal)
            ? new Answered(message.Media.Length > 0 ? words.PhotoTaken : words.Taken(talk.TakesPhotos))
        : refusal is PictureNotFetched ? new Answered(words.PhotoNotTaken)
        : refusal;

    [GeneratedRegex(@"^(?:绑定|bind)\s*([0-9]{8})$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Binding();
}
