using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>回执: number, query code, and by when there will be an answer. Only on the device that submitted, only for a while.</summary>
public sealed class ReadReceipt(RequestDrafts drafts, RequestsDb db, ICityRegistry registry)
{
    public sealed record Query
    {
        public required Guid? Draft { get; init; }
    }

    public sealed record Receipt(string Number, string QueryCode, DateTimeOffset RegisteredAt, DateTimeOffset Expected, bool Shielded);

    public async Task<Outcome<Receipt>> Run(Query query, CancellationToken ct)
    {
        if (await drafts.Find(query.Draft, ct) is not { Number: { } number } draft)
            return new DraftGone();
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == number, ct);
        if (request is null)
            return new NotFound();
        var expected = RequestClocks.Expected(request, registry.Current).DueAt;
        return new Receipt(number, draft.QueryCode, request.RegisteredAt, expected, request.Shielded);
    }
}
