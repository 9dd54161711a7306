using Microsoft.EntityFrameworkCore;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>居民看一条知识. What has run out is said to have, without its answer. For everybody.</summary>
public sealed class OpenKnowledge(KnowledgeDb db, KnowledgeDoor door, KnowledgeTally tally)
{
    public sealed record Opened
    {
        public required Guid Id { get; init; }
        public required string Title { get; init; }

        /// <summary>Null where the item is not current.</summary>
        public required KnowledgeContent? Content { get; init; }

        public required string Owner { get; init; }

        /// <summary>Where it holds, in words; empty for the whole city.</summary>
        public required string Area { get; init; }

        public required int Version { get; init; }
        public required DateOnly UpdatedOn { get; init; }
        public required bool Synthetic { get; init; }
    }

    /// <param name="id">Which.</param>
    /// <param name="counts">False where it is only shown again.</param>
    /// <param name="ct">Ends the reading.</param>
    public async Task<Outcome<Opened>> Run(Guid id, bool counts, CancellationToken ct)
    {
        var item = await db.Items.AsNoTracking().Include(i => i.Versions).SingleOrDefaultAsync(i => i.Id == id, ct);
        if (item?.PublishedVersion is not { } version)
            return new NotFound("没有这条问答，可能已经撤下。");
        var good = Validity.IsGood(item.Validity.On(door.Now.Day));
        if (good && counts)
            tally.Opened(id);
        return new Opened
        {
            Id = id,
            Title = version.Content.Title,
            Content = good ? version.Content : null,
            Owner = door.City.Units.NameOf(door.City.Units.Acting(item.Owner)),
            Area = item.Area is { } area ? door.City.Areas.FullName(area) : "",
            Version = version.Number,
            UpdatedOn = door.City.Calendar.DateOf(version.PublishedAt ?? item.UpdatedAt),
            Synthetic = item.Synthetic,
        };
    }
}
