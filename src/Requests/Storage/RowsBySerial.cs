using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Finds the requests behind a number again.</summary>
public sealed class RowsBySerial(RequestsDb db)
{
    /// <summary>What one table file holds at most.</summary>
    public const int Most = 10_000;

    /// <summary>In the order of the serials, without those that the actor may not see: whoever counted left them out, and this is the second lock.</summary>
    public async Task<IReadOnlyList<RequestRow>> Find(IReadOnlyList<long> serials, CitySnapshot city, Actor by, CancellationToken ct)
    {
        var rows = new List<RequestRow>(serials.Count);
        foreach (var some in serials.Chunk(1000))
        {
            var stored = await db.Requests.AsNoTracking().Where(r => some.Contains(r.Serial)).ToDictionaryAsync(r => r.Serial, ct);
            rows.AddRange(
                some.Select(s => stored.GetValueOrDefault(s))
                    .OfType<ServiceRequest>()
                    .Where(r => RequestAccess.MaySee(by, r, city))
                    .Select(r => RequestRow.Of(r, city, by))
            );
        }
        return rows;
    }
}
