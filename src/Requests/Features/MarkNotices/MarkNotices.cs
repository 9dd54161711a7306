using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>知道了: the person has seen what is new, in one of their matters or in all.</summary>
public sealed class MarkNotices(RequestsDb db, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>Null means all.</summary>
        public RequestId? Request { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed();
        DateTimeOffset? now = time.GetUtcNow();
        var own = db.Requests.Where(r => r.PersonId == by.Id);
        if (command.Request is { } request)
            own = own.Where(r => r.Id == request);
        await db.Write(
            () =>
                db
                    .Notices.Where(n => n.SeenAt == null && own.Any(r => r.Id == n.RequestId))
                    .ExecuteUpdateAsync(set => set.SetProperty(n => n.SeenAt, now), ct),
            ct
        );
        if (command.Request is null)
            await db.Write(
                () => db.Supports.Where(s => s.PersonId == by.Id).ExecuteUpdateAsync(set => set.SetProperty(s => s.SeenAt, now.Value), ct),
                ct
            );
        return new Done();
    }
}
