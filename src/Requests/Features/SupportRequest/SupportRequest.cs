using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>我也遇到: instead of the same matter once more, a resident adds themselves to a public one that is still open. Once each.</summary>
public sealed class SupportRequest(RequestsDb db, Outbox outbox, SupportLimit limit, TimeProvider time)
{
    public sealed record Command
    {
        /// <summary>Serial of the public request.</summary>
        public required long Serial { get; init; }

        /// <summary>Token of the browser, for who has not signed in.</summary>
        public required Guid Browser { get; init; }

        /// <summary>Wants to be told how it goes on; heard only from who has signed in.</summary>
        public bool WantsNews { get; init; }

        public IPAddress? From { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident))
            return new NotAllowed();
        var request = await db.Requests.OpenToAll().FirstOrDefaultAsync(r => r.Serial == command.Serial, ct);
        if (request is null)
            return new NotPublic();
        if (request.EndedAt is not null)
            return new SupportClosed(request.State);
        var supporter = Supporter.Of(by, command.Browser);
        if (supporter.Person is { } person && request.PersonId == person)
            return new OwnMatter();
        var marks = supporter.Marks(request.Id);
        var known = await db.Supports.FirstOrDefaultAsync(s => s.RequestId == request.Id && marks.Contains(s.Mark), ct);
        if (known is null && limit.Spent(supporter.Person, command.From))
            return new TooManySupports();

        // From a browser's row to the person's own, once they have signed in: still one person.
        if (known is not null && known.Mark != marks[0])
            db.Supports.Remove(known);
        if (known?.Mark == marks[0])
            known.Wish(command.WantsNews);
        else
            db.Supports.Add(new RequestSupport(request.Id, supporter, command.WantsNews, time.GetUtcNow()));
        return await Store(request, isNew: known is null, ct) ? new Done() : new SupportClosed(request.State);
    }

    /// <summary>False where the request ended or was closed to the public meanwhile.</summary>
    private async Task<bool> Store(ServiceRequest request, bool isNew, CancellationToken ct)
    {
        try
        {
            return await db.Write(
                async () =>
                {
                    if (isNew && await Count(request, ct) == 0)
                        return false;
                    await db.SaveChangesAsync(ct);
                    return true;
                },
                ct
            );
        }
        catch (DbUpdateException)
        {
            // Two presses at once: the other one has stored it.
            db.ChangeTracker.Clear();
            return true;
        }
        finally
        {
            outbox.Wake();
        }
    }

    private Task<int> Count(ServiceRequest request, CancellationToken ct)
    {
        outbox.Add(db, request.Supported(1, time.GetUtcNow()));
        return db
            .Requests.Where(RequestFilters.IsPublic)
            .Where(r => r.Id == request.Id && r.EndedAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Supporters, r => r.Supporters + 1), ct);
    }
}
