using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Inbox;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Storage;

/// <summary>Our id of a message that came in.</summary>
/// <param name="Message">Id; of what was added to a message that still waited, that message's.</param>
/// <param name="Repeated">True where this very message was known.</param>
public sealed record Received(Guid Message, bool Repeated);

/// <summary>Keeps what comes in, encrypted, each message once however often it is told.</summary>
public sealed class InboxShelf(ChannelsDb db, InboxGate gate)
{
    /// <summary>示例: what somebody writes line after line within this time is one message.</summary>
    public static readonly TimeSpan OneTalk = TimeSpan.FromMinutes(30);

    /// <param name="source">Where it came from.</param>
    /// <param name="notice">Read and found right.</param>
    /// <param name="sender">The sealed sender and what agents may see of them.</param>
    /// <param name="now">When it came.</param>
    /// <param name="ct">Gives up.</param>
    public Task<Outcome<Received>> Keep(
        Guid source,
        MessageNotice notice,
        (PersonId Id, string Shown)? sender,
        DateTimeOffset now,
        CancellationToken ct
    ) =>
        // The same message may come twice at once.
        db.WriteOrRetry(() => KeepInside(source, notice, sender, now, ct), ct);

    public async Task<Guid?> Known(Guid source, string externalId, CancellationToken ct) =>
        await db.Inbox.Where(m => m.SourceId == source && m.ExternalId == externalId).Select(m => (Guid?)m.Id).FirstOrDefaultAsync(ct)
        ?? await db
            .InboxParts.Where(p => p.SourceId == source && p.ExternalId == externalId)
            .Select(p => (Guid?)p.MessageId)
            .FirstOrDefaultAsync(ct);

    /// <summary>The city's own account of this kind, which needs no secret here; made at the first message.</summary>
    public Task<Guid> Own(InboxKind kind, string name, DateTimeOffset now, CancellationToken ct) =>
        db.WriteOrRetry(
            async () =>
            {
                var own = await db.InboxSources.FirstOrDefaultAsync(s => s.Kind == kind && s.Secret == "" && s.RevokedAt == null, ct);
                if (own is null)
                    db.InboxSources.Add(own = new InboxSource(Guid.CreateVersion7(now), kind, name, Actor.System, now));
                await db.SaveChangesAsync(ct);
                return own.Id;
            },
            ct
        );

    private async Task<Outcome<Received>> KeepInside(
        Guid from,
        MessageNotice notice,
        (PersonId Id, string Shown)? sender,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (await Known(from, notice.Id, ct) is { } known)
            return new Received(known, true);
        if (await db.InboxSources.FirstOrDefaultAsync(s => s.Id == from, ct) is not { } source)
            return new SourceUnknown();
        source.Heard(now);
        var message = await Begun(source, notice, sender?.Id, now, ct);
        if (message is null)
        {
            message = new IncomingMessage(Guid.CreateVersion7(now), source, notice, now);
            message.Keep(gate.Close(message.Id, notice.Words));
            if (sender is { } person)
                message.From(person.Id, person.Shown);
            db.Inbox.Add(message);
        }
        await db.SaveChangesAsync(ct);
        return new Received(message.Id, false);
    }

    /// <summary>In a talk, the message of the same person that nobody has looked at yet, with these words added; else null.</summary>
    private async Task<IncomingMessage?> Begun(
        InboxSource source,
        MessageNotice notice,
        PersonId? sender,
        DateTimeOffset now,
        CancellationToken ct
    )
    {
        if (source.Kind is not InboxKind.WeChat || sender is not { } person)
            return null;
        var since = now - OneTalk;
        var begun = await db
            .Inbox.Where(m =>
                m.SourceId == source.Id
                && m.PersonId == person.Value
                && m.State == InboxState.Open
                && m.HandlerId == null
                && m.ReceivedAt > since
            )
            .OrderByDescending(m => m.ReceivedAt)
            .FirstOrDefaultAsync(ct);
        if (begun is null || gate.Open(begun) is not { } words)
            return null;
        var whole = words with { Text = $"{words.Text}\n{notice.Words.Text}" };
        if (whole.Text.Length > MessageNoticeReader.LongestText)
            return null;
        begun.Keep(gate.Close(begun.Id, whole));
        db.InboxParts.Add(new InboxPart(source.Id, notice.Id, begun.Id));
        return begun;
    }
}
