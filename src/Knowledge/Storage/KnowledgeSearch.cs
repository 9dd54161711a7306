using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Knowledge;
using Suiying.Contracts.Registry;
using Suiying.Knowledge.Model;

namespace Suiying.Knowledge.Storage;

/// <summary>
/// Finds items by the bigrams that they share with a question. A question is seldom worded as its item is, so not all must be there: what is
/// rare counts more than what is common, and where it stands counts too. The index is a table like any other, the same on both databases.
/// </summary>
public sealed class KnowledgeSearch(KnowledgeDb db, ICityRegistry registry, TimeProvider time) : IKnowledge
{
    public const int Most = 100;

    /// <summary>Less than this share of a question is not what was asked.</summary>
    private const double Enough = 0.34;

    /// <summary>What nobody wrote says less of a question than what somebody did: people tell a story around it.</summary>
    private const double Unknown = 0.5;

    /// <summary>What may not be read out stands after what may.</summary>
    private const double Stale = 0.5;

    /// <summary>Best first, at most <see cref="Most"/>; also what is not current.</summary>
    public async Task<IReadOnlyList<FoundItem>> Find(string words, CancellationToken ct)
    {
        var query = Question.Of(words);
        var scores = await Scores(Question.Tokens(query), ct);
        var best = scores.OrderByDescending(s => s.Value).Take(Most).Select(s => s.Key).ToList();
        var rows = await (
            from item in db.Items.AsNoTracking()
            join version in db.Versions.AsNoTracking()
                on new { item.Id, Number = item.Published } equals new { Id = version.ItemId, Number = (int?)version.Number }
            where best.Contains(item.Id)
            select new { item, version.Content }
        ).ToListAsync(ct);
        var today = registry.Current.Calendar.DateOf(time.GetUtcNow());
        return
        [
            .. rows.Select(r => new FoundItem(r.item, r.Content, query, r.item.Validity.On(today)))
                .OrderByDescending(f => scores[f.Item.Id] * (f.Good ? 1 : Stale))
                .ThenBy(f => f.Item.Id),
        ];
    }

    public async Task<IReadOnlyList<KnowledgeHit>> Search(string words, string? area, int take, CancellationToken ct)
    {
        var city = registry.Current;
        var found = await Find(words, ct);
        return [.. found.Where(f => Holds(city.Areas, f.Item.Area, area)).Take(take).Select(f => Hit(f, city.Units))];
    }

    /// <summary>What holds in a district holds for its villages, and may be what somebody asks who named the whole city.</summary>
    public static bool Holds(AreaTree areas, string? inArea, string? asked) =>
        inArea is null || asked is null || areas.Within(asked, inArea) || areas.Within(inArea, asked);

    private static KnowledgeHit Hit(FoundItem found, UnitTree units) =>
        new()
        {
            Id = found.Item.Id,
            Title = found.Title,
            Variant = found.Variant,
            Snippet = found.Good ? found.Snippet : [],
            Answer = found.Good ? found.Content.Answer : null,
            Owner = units.NameOf(units.Acting(found.Item.Owner)),
            ValidUntil = found.Item.To,
            Basis = string.Join('\n', found.Content.Bases),
            Current = found.Good,
        };

    private async Task<Dictionary<Guid, double>> Scores(IReadOnlyList<(string Token, bool Begins)> tokens, CancellationToken ct)
    {
        if (tokens.Count == 0)
            return [];
        var whole = tokens.Where(t => !t.Begins).Select(t => t.Token).ToList();
        var rows = await db.Words.AsNoTracking().Where(w => whole.Contains(w.Token)).ToListAsync(ct);
        foreach (var (begin, _) in tokens.Where(t => t.Begins))
        {
            var found = await db.Words.AsNoTracking().Where(w => w.Token.StartsWith(begin)).ToListAsync(ct);
            // Whatever it goes on with, it is the one word that was asked.
            rows.AddRange(
                found
                    .GroupBy(w => w.ItemId)
                    .Select(g => new KnowledgeWord
                    {
                        Token = begin,
                        ItemId = g.Key,
                        Weight = g.Max(w => w.Weight),
                    })
            );
        }
        var items = await db.Items.CountAsync(i => i.Published != null, ct);
        var known = rows.GroupBy(w => w.Token).ToDictionary(g => g.Key, g => Rarity(items, g.Count()), StringComparer.Ordinal);
        var asked = tokens.Sum(t => known.GetValueOrDefault(t.Token, Rarity(items, 1) * Unknown));
        return rows.GroupBy(w => w.ItemId)
            .Select(g => (Item: g.Key, Share: g.Sum(w => known[w.Token]) / asked, Score: g.Sum(w => known[w.Token] * w.Weight)))
            .Where(s => s.Share >= Enough)
            .ToDictionary(s => s.Item, s => s.Score * s.Share);
    }

    private static double Rarity(int items, int with) => Math.Log(1 + (double)items / with);
}
