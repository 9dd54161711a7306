using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Scores;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>Solved and not, of categories, from the sums of months.</summary>
internal sealed class CategoryRates(ScoresDb db) : ICategoryRates
{
    public async Task<IReadOnlyList<CategoryRate>> Between(DateOnly from, DateOnly to, CancellationToken ct)
    {
        var sums = await db
            .Sums.AsNoTracking()
            .Where(s => s.Of == SumOf.Category && s.Month >= from && s.Month <= to && s.Valid > 0)
            .GroupBy(s => s.Key)
            .Select(g => new
            {
                g.Key,
                Valid = g.Sum(s => s.Valid),
                Solved = g.Sum(s => s.Solved),
            })
            .ToListAsync(ct);
        return sums.ConvertAll(s => new CategoryRate(s.Key, s.Valid, s.Solved));
    }
}
