using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>A signed-in person's 权利请求 of all their requests, newest first, and the requests of which they can make one.</summary>
public sealed class ListClaims(RequestsDb db)
{
    private const int Most = 200;

    /// <param name="Claims">Newest first.</param>
    /// <param name="Requests">Newest first.</param>
    public sealed record Result(IReadOnlyList<Item> Claims, IReadOnlyList<Own> Requests);

    public sealed record Item(string Number, string Title, RightsClaim Claim);

    public sealed record Own(string Number, string Title, bool Erased);

    public async Task<Outcome<Result>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先用手机验证码登录。");
        var own = db.Requests.AsNoTracking().Where(r => r.PersonId == by.Id).OrderByDescending(r => r.Serial).Take(Most);
        var requests = await own.Select(r => new
            {
                r.Id,
                r.Number,
                r.Title,
                r.ErasedAt,
                r.ClaimCount,
            })
            .ToListAsync(ct);
        var asked = requests.Where(r => r.ClaimCount > 0).ToDictionary(r => r.Id);
        var ids = asked.Keys.ToList();
        var claims = ids.Count == 0 ? [] : await db.Claims.AsNoTracking().Where(c => ids.Contains(c.RequestId)).ToListAsync(ct);
        return new Result(
            [.. claims.OrderByDescending(c => c.AskedAt).Select(c => new Item(asked[c.RequestId].Number, asked[c.RequestId].Title, c))],
            [.. requests.Select(r => new Own(r.Number, r.Title, r.ErasedAt is not null))]
        );
    }
}
