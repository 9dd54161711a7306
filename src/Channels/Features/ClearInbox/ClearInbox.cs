using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>
/// Forgets what messages said and whose they were, some time after they were decided. A sender who has no request, no call and no other message is then
/// erased altogether.
/// </summary>
public sealed class ClearInbox(ChannelsDb db, IRequestTallies requests, ISealedIdentities identities, InboxFiles files, TimeProvider time)
{
    /// <summary>示例: long enough to take back what was put aside by mistake.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromDays(30);

    private const int Most = 500;

    public sealed record Command;

    /// <param name="Messages">Forgotten.</param>
    /// <param name="People">Erased.</param>
    public sealed record Cleared(int Messages, int People);

    public async Task<Outcome<Cleared>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var before = time.GetUtcNow() - KeptFor;
        var old = await db
            .Inbox.Where(m => m.State != InboxState.Open && m.Content != "" && m.HandledAt < before)
            .OrderBy(m => m.HandledAt)
            .Take(Most)
            .ToListAsync(ct);
        var people = old.Select(m => m.PersonId).OfType<Guid>().ToHashSet();
        var ids = old.Select(m => m.Id).ToList();
        people.ExceptWith(
            await db
                .Inbox.Where(m => m.PersonId != null && people.Contains(m.PersonId.Value) && !ids.Contains(m.Id))
                .Select(m => m.PersonId!.Value)
                .ToListAsync(ct)
        );
        people.ExceptWith(
            await db
                .Calls.Where(c => c.PersonId != null && people.Contains(c.PersonId.Value))
                .Select(c => c.PersonId!.Value)
                .ToListAsync(ct)
        );
        var alone = await requests.WithNothingHere([.. people.Select(p => new PersonId(p))], ct);
        var erased = await identities.Erase(alone, ct);
        var gone = alone.Select(p => p.Value).ToList();
        await db.Write(
            async () =>
                await db.Followers.Where(f => gone.Contains(f.PersonId)).ExecuteDeleteAsync(ct)
                + await db.InboxParts.Where(p => ids.Contains(p.MessageId)).ExecuteDeleteAsync(ct),
            ct
        );
        foreach (var message in old)
        {
            await files.LetGo(message, ct);
            message.Forget();
        }
        await db.SaveChangesAsync(ct);
        return new Cleared(old.Count, erased);
    }
}
