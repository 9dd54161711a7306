using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>撤销“我也遇到”: the row goes and one less is counted, also where the matter has ended or is public no more.</summary>
public sealed class UndoSupport(RequestsDb db, Outbox outbox, TimeProvider time)
{
    public sealed record Command
    {
        public required long Serial { get; init; }

        /// <summary>Token of the browser, or null where it has none.</summary>
        public Guid? Browser { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident))
            return new NotAllowed();
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Serial == command.Serial, ct);
        if (request is null)
            return new NotPublic();
        var marks = Supporter.Of(by, command.Browser).Marks(request.Id);
        var gone = await db.Write(() => Remove(request, marks, ct), ct);
        outbox.Wake();
        return gone > 0 ? new Done() : new NotPublic();
    }

    private async Task<int> Remove(ServiceRequest request, IReadOnlyList<string> marks, CancellationToken ct)
    {
        var gone = await db.Supports.Where(s => s.RequestId == request.Id && marks.Contains(s.Mark)).ExecuteDeleteAsync(ct);
        if (gone == 0)
            return 0;
        outbox.Add(db, request.Supported(-gone, time.GetUtcNow()));
        await db.SaveChangesAsync(ct);
        await db
            .Requests.Where(r => r.Id == request.Id)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.Supporters, r => r.Supporters - gone), ct);
        return gone;
    }
}
