using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>我的诉求: a resident who showed by a phone code that the phone is theirs finds all they ever submitted with it.</summary>
public sealed class FindMyRequests(RequestsDb db, ICityRegistry registry)
{
    public async Task<Outcome<IReadOnlyList<RequestRow>>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed("请先用手机验证码登录。");
        var city = registry.Current;
        var rows = await db
            .Requests.AsNoTracking()
            .Where(r => r.PersonId == by.Id)
            .OrderByDescending(r => r.Serial)
            .Take(200)
            .ToListAsync(ct);
        return rows.Select(r => RequestRow.Of(r, city, by)).ToList();
    }
}
