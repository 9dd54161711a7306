using Microsoft.EntityFrameworkCore;
using Suiying.Engines.Text;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>知识列表 of the desk: what waits for this person, what is readable, what runs out, what is said to be wrong; or what fits a question.</summary>
public sealed class ListItems(KnowledgeDb db, KnowledgeDoor door, KnowledgeSearch search)
{
    private const int Size = 50;

    public sealed record Query
    {
        public ItemList Show { get; init; } = ItemList.Published;

        /// <summary>A question; then the lists do not matter.</summary>
        public string? Words { get; init; }

        /// <summary>Id of the last row of the page before.</summary>
        public Guid? After { get; init; }
    }

    /// <summary>One row of the desk's list.</summary>
    public sealed record Line
    {
        public required Guid Id { get; init; }
        public required IReadOnlyList<TextPart> Title { get; init; }
        public IReadOnlyList<TextPart> Found { get; init; } = [];
        public required string Owner { get; init; }
        public required KnowledgeState State { get; init; }
        public Standing? Standing { get; init; }
        public required DateTimeOffset UpdatedAt { get; init; }
        public DateTimeOffset? ReportDueAt { get; init; }
    }

    public async Task<Outcome<Slice<Line>>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!KnowledgeDoor.MayRead(by))
            return new NotAllowed();
        if (!string.IsNullOrWhiteSpace(query.Words))
        {
            var found = await search.Find(query.Words, ct);
            return new Slice<Line>([.. await Lines([.. found.Select(f => f.Item)], found.ToDictionary(f => f.Item.Id), ct)], null);
        }
        var items = Within(query.Show, by);
        if (query.After is { } after && await db.Items.AsNoTracking().SingleOrDefaultAsync(i => i.Id == after, ct) is { } last)
            items = items.Where(i => i.UpdatedAt < last.UpdatedAt || (i.UpdatedAt == last.UpdatedAt && i.Id.CompareTo(last.Id) < 0));
        var rows = await items.OrderByDescending(i => i.UpdatedAt).ThenByDescending(i => i.Id).Take(Size + 1).ToListAsync(ct);
        var lines = await Lines([.. rows.Take(Size)], [], ct);
        return new Slice<Line>(lines, rows.Count > Size ? $"{rows[Size - 1].Id}" : null);
    }

    private IQueryable<KnowledgeItem> Within(ItemList show, Actor by)
    {
        var today = door.Now.Day;
        var (soon, review) = (today.AddDays(Validity.SoonDays), today.AddDays(Validity.ReviewSoonDays));
        var owned = door.Owned(by);
        var items = db.Items.AsNoTracking();
        // An owner looks after its own; who watches looks after all.
        var cared =
            by.Is(Role.UnitHandler) && !by.IsAny(Role.Reviewer, Role.Supervisor) ? items.Where(i => owned.Contains(i.Owner)) : items;
        return show switch
        {
            ItemList.Mine => Mine(items, by),
            ItemList.Expiring => cared.Where(i =>
                i.Published != null
                && (i.To == null || i.To >= today)
                && (i.ReviewDueOn >= today)
                && (i.To <= soon || i.ReviewDueOn <= review)
            ),
            ItemList.Expired => cared.Where(i => i.Published != null && (i.To < today || i.ReviewDueOn < today)),
            ItemList.Reported when by.IsAny(Role.UnitHandler, Role.Reviewer, Role.Supervisor) => cared.Where(i =>
                db.Reports.Any(r => r.ItemId == i.Id && (r.State == ReportState.Open || r.State == ReportState.Accepted))
            ),
            ItemList.Reported => items.Where(i => db.Reports.Any(r => r.ItemId == i.Id && r.ReporterId == by.Id)),
            _ => items.Where(i => i.Published != null),
        };
    }

    private IQueryable<KnowledgeItem> Mine(IQueryable<KnowledgeItem> items, Actor by)
    {
        var (now, today) = (door.Now.Time, door.Now.Day);
        var (soon, review) = (today.AddDays(Validity.SoonDays), today.AddDays(Validity.ReviewSoonDays));
        var owned = door.Owned(by);
        var (reviews, watches) = (by.Is(Role.Reviewer), by.Is(Role.Supervisor));
        return items.Where(i =>
            (
                owned.Contains(i.Owner)
                && (
                    i.State == KnowledgeState.Draft
                    || i.State == KnowledgeState.UnitReview
                    || (i.Published != null && (i.To <= soon || i.ReviewDueOn <= review))
                    || db.Reports.Any(r => r.ItemId == i.Id && (r.State == ReportState.Open || r.State == ReportState.Accepted))
                )
            )
            || (reviews && i.State == KnowledgeState.HotlineReview)
            || (
                watches
                && (
                    (i.Published != null && (i.To < today || i.ReviewDueOn < today))
                    || db.Reports.Any(r =>
                        r.ItemId == i.Id && (r.State == ReportState.Open || r.State == ReportState.Accepted) && r.DueAt < now
                    )
                )
            )
        );
    }

    private async Task<IReadOnlyList<Line>> Lines(
        IReadOnlyList<KnowledgeItem> items,
        Dictionary<Guid, FoundItem> found,
        CancellationToken ct
    )
    {
        var ids = items.Select(i => i.Id).ToList();
        var due = await db
            .Reports.AsNoTracking()
            .Where(r => ids.Contains(r.ItemId) && (r.State == ReportState.Open || r.State == ReportState.Accepted))
            .GroupBy(r => r.ItemId)
            .Select(g => new { g.Key, Due = g.Min(r => r.DueAt) })
            .ToDictionaryAsync(r => r.Key, r => (DateTimeOffset?)r.Due, ct);
        return
        [
            .. items.Select(i =>
            {
                var hit = found.GetValueOrDefault(i.Id);
                return new Line
                {
                    Id = i.Id,
                    Title = hit?.Title ?? [new TextPart(i.Title, false)],
                    Found =
                        hit is null ? []
                        : hit.Variant is { Count: > 0 } variant ? variant
                        : hit.Good ? hit.Snippet
                        : [],
                    Owner = door.City.Units.NameOf(door.City.Units.Acting(i.Owner)),
                    State = i.State,
                    Standing = i.Published is null ? null : i.Validity.On(door.Now.Day),
                    UpdatedAt = i.UpdatedAt,
                    ReportDueAt = due.GetValueOrDefault(i.Id),
                };
            }),
        ];
    }
}

/// <summary>Which part of the knowledge base a desk shows.</summary>
public enum ItemList
{
    Mine,
    Published,
    Expiring,
    Expired,
    Reported,
}
