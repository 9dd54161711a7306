using Microsoft.EntityFrameworkCore;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>One item at a desk, with its versions, history and error reports, as far as this person may see them.</summary>
public sealed class ReadItem(KnowledgeDb db, KnowledgeDoor door, KnowledgeTally tally)
{
    private const int CountedDays = 90;

    public sealed record Detail
    {
        public required KnowledgeItem Item { get; init; }

        /// <summary>Newest first; drafts only for who works on them.</summary>
        public required IReadOnlyList<KnowledgeVersion> Versions { get; init; }

        /// <summary>Newest first.</summary>
        public required IReadOnlyList<KnowledgeStep> Steps { get; init; }

        /// <summary>Newest first.</summary>
        public required IReadOnlyList<ErrorReport> Reports { get; init; }

        public required string Owner { get; init; }

        /// <summary>Null where nothing is readable.</summary>
        public required Standing? Standing { get; init; }

        /// <summary>What this person may do now.</summary>
        public required IReadOnlyList<KnowledgeAction> Actions { get; init; }

        public required bool Owns { get; init; }

        /// <summary>True for who must look at what has run out in order to mend it.</summary>
        public required bool Works { get; init; }

        /// <summary>How often it was opened in the last three months.</summary>
        public required int Opened { get; init; }

        public KnowledgeVersion? Published => Versions.FirstOrDefault(v => v.Number == Item.Published);

        public bool Good => Standing is { } standing && Validity.IsGood(standing);
    }

    /// <param name="id">Which.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="counts">False where it is only shown again.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Outcome<Detail>> Run(Guid id, Actor by, bool counts, CancellationToken ct)
    {
        if (!KnowledgeDoor.MayRead(by))
            return new NotAllowed();
        var item = await db.Items.AsNoTracking().Include(i => i.Versions).SingleOrDefaultAsync(i => i.Id == id, ct);
        if (item is null || !door.MaySee(by, item))
            return new NotFound("没有这条知识，或您无权查看。");
        if (counts && item.Published is not null)
            tally.Opened(id);
        var owns = door.Owns(by, item.Owner);
        var works = owns || by.IsAny(Role.Reviewer, Role.Supervisor);
        var versions = item.Versions.Where(v => works || v.PublishedAt is not null).OrderByDescending(v => v.Number).ToList();
        var numbers = versions.Select(v => v.Number).ToList();
        var since = door.Now.Day.AddDays(-CountedDays);
        return new Detail
        {
            Item = item,
            Versions = versions,
            Steps = await db
                .Steps.AsNoTracking()
                .Where(s => s.ItemId == id && numbers.Contains(s.Version))
                .OrderByDescending(s => s.Id)
                .ToListAsync(ct),
            Reports = await db.Reports.AsNoTracking().Where(r => r.ItemId == id).OrderByDescending(r => r.Id).ToListAsync(ct),
            Owner = door.City.Units.NameOf(door.City.Units.Acting(item.Owner)),
            Standing = item.Published is null ? null : item.Validity.On(door.Now.Day),
            Actions = [.. item.Next(by).Where(a => door.MayTake(by, item, a))],
            Owns = owns,
            Works = works,
            Opened = await db.Hits.Where(h => h.ItemId == id && h.Day >= since).SumAsync(h => h.Count, ct),
        };
    }
}
