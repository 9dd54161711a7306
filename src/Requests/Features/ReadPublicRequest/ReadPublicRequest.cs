using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>One public matter, and whether whoever looks has said 我也遇到.</summary>
public sealed class ReadPublicRequest(RequestsDb db, ICityRegistry registry)
{
    public sealed record Query
    {
        /// <summary>The number in lists; it opens nothing that is not public.</summary>
        public required long Serial { get; init; }

        /// <summary>Token of the browser, or null where it has none.</summary>
        public Guid? Browser { get; init; }
    }

    public async Task<Outcome<PublicMatter>> Run(Query query, Actor by, CancellationToken ct)
    {
        var request = await db.Requests.OpenToAll().FirstOrDefaultAsync(r => r.Serial == query.Serial, ct);
        if (request is null)
            return new NotPublic();
        var marks = Supporter.Of(by, query.Browser).Marks(request.Id);
        var own = await db.Supports.AsNoTracking().FirstOrDefaultAsync(s => s.RequestId == request.Id && marks.Contains(s.Mark), ct);
        return new PublicMatter
        {
            Row = PublicRequest.Of(request, registry.Current),
            Matter = await MatterCounts.Of(db, request, ct),
            IsOwn = by.Id != Guid.Empty && request.PersonId == by.Id,
            Supported = own is not null,
            WantsNews = own is { WantsNews: true },
        };
    }
}

/// <summary>A public matter as one visitor sees it.</summary>
public sealed record PublicMatter
{
    public required PublicRequest Row { get; init; }

    /// <summary>People and requests of the same matter; null where it stands alone.</summary>
    public required MatterCount? Matter { get; init; }

    /// <summary>The visitor's own request.</summary>
    public required bool IsOwn { get; init; }

    public required bool Supported { get; init; }
    public required bool WantsNews { get; init; }
}
