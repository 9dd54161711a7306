using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Storage;

/// <summary>Whether somebody handed in a request of a kind. Sealed ones count: the answer tells nothing of them to anybody.</summary>
internal sealed class Callers(RequestsDb db, ICityRegistry registry) : ICallers
{
    public async Task<bool> Called(Guid person, string category, string area, CancellationToken ct)
    {
        var city = registry.Current;
        return city.Areas.Find(area) is { } place
            && await db.Requests.Where(r => r.PersonId == person).OfArea(place, city).FiledUnder(category, city).AnyAsync(ct);
    }
}
