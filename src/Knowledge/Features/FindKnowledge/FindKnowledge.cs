using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Text;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>居民查知识: what is published and current, by a question, a category or for whom it is. For everybody.</summary>
public sealed class FindKnowledge(KnowledgeDb db, KnowledgeDoor door, KnowledgeSearch search, KnowledgeTally tally)
{
    private const int Size = 20;

    public sealed record Query
    {
        public string? Words { get; init; }
        public string? Category { get; init; }
        public Audience? Audience { get; init; }
        public Guid? After { get; init; }

        /// <summary>True while somebody is still typing: half a word is no question that nobody answers.</summary>
        public bool Typing { get; init; }
    }

    /// <summary>One answer in a list.</summary>
    public sealed record Line
    {
        public required Guid Id { get; init; }
        public required IReadOnlyList<TextPart> Title { get; init; }
        public required IReadOnlyList<TextPart> Variant { get; init; }
        public required IReadOnlyList<TextPart> Snippet { get; init; }
        public required string Owner { get; init; }
        public required DateOnly? ValidUntil { get; init; }
        public required DateOnly UpdatedOn { get; init; }
    }

    public async Task<Slice<Line>> Run(Query query, CancellationToken ct)
    {
        var words = query.Words?.Trim() ?? "";
        if (words.Length > 0)
        {
            var found = (await search.Find(words, ct)).Where(f => f.Good && Fits(f.Item, query)).Take(Size * 2).ToList();
            if (found.Count == 0 && !query.Typing)
                tally.Missed(words);
            return new Slice<Line>([.. found.Select(LineOf)], null);
        }
        var rows = await Rows(query, ct);
        var today = door.Now.Day;
        return new Slice<Line>(
            [.. rows.Take(Size).Select(r => LineOf(new FoundItem(r.Item, r.Content, new SearchQuery([]), r.Item.Validity.On(today))))],
            rows.Count > Size ? $"{rows[Size - 1].Item.Id}" : null
        );
    }

    /// <summary>Codes of the topmost categories under which something is to be read, so that none leads to nothing.</summary>
    public async Task<IReadOnlyList<string>> Categories(CancellationToken ct)
    {
        var codes = await Current().Where(i => i.Category != null).Select(i => i.Category).Distinct().ToListAsync(ct);
        return [.. codes.Select(c => door.City.Categories.Upwards(c).Last().Code).Distinct().Order(StringComparer.Ordinal)];
    }

    private bool Fits(KnowledgeItem item, Query query) =>
        (query.Category is null || door.City.Categories.Within(item.Category, query.Category))
        && (query.Audience is null || item.Audience == query.Audience);

    private async Task<List<(KnowledgeItem Item, KnowledgeContent Content)>> Rows(Query query, CancellationToken ct)
    {
        var items = Current();
        if (query.Audience is { } audience)
            items = items.Where(i => i.Audience == audience);
        if (query.Category is { } category)
        {
            var within = door.City.Categories.All.Where(c => door.City.Categories.Within(c.Code, category)).Select(c => c.Code).ToList();
            items = items.Where(i => i.Category != null && within.Contains(i.Category));
        }
        if (query.After is { } after && await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == after, ct) is { } last)
            items = items.Where(i => i.UpdatedAt < last.UpdatedAt || (i.UpdatedAt == last.UpdatedAt && i.Id.CompareTo(last.Id) < 0));
        var rows = await (
            from item in items
            join version in db.Versions.AsNoTracking()
                on new { item.Id, Number = item.Published } equals new { Id = version.ItemId, Number = (int?)version.Number }
            orderby item.UpdatedAt descending, item.Id descending
            select new { item, version.Content }
        )
            .Take(Size + 1)
            .ToListAsync(ct);
        return [.. rows.Select(r => (r.item, r.Content))];
    }

    private IQueryable<KnowledgeItem> Current()
    {
        var today = door.Now.Day;
        return db
            .Items.AsNoTracking()
            .Where(i =>
                i.Published != null && (i.From == null || i.From <= today) && (i.To == null || i.To >= today) && i.ReviewDueOn >= today
            );
    }

    private Line LineOf(FoundItem found) =>
        new()
        {
            Id = found.Item.Id,
            Title = found.Title,
            Variant = found.Variant,
            Snippet = found.Snippet,
            Owner = door.City.Units.NameOf(door.City.Units.Acting(found.Item.Owner)),
            ValidUntil = found.Item.To,
            UpdatedOn = door.City.Calendar.DateOf(found.Item.UpdatedAt),
        };
}
