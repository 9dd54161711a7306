using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The log of openings, newest first, for the audit administrator alone.</summary>
public sealed class ReadOpenings(PeopleDb db)
{
    public sealed record Filter
    {
        public string? Matter { get; init; }

        /// <summary>Exact work name of who opened.</summary>
        public string? Actor { get; init; }

        public OpeningPurpose? Purpose { get; init; }

        public DateTimeOffset? From { get; init; }

        /// <summary>Exclusive.</summary>
        public DateTimeOffset? To { get; init; }

        /// <summary>Number of the last row of the page before.</summary>
        public long? Before { get; init; }

        /// <summary>1 to 200.</summary>
        public int Size { get; init; } = 50;
    }

    public sealed record Line
    {
        public required long Number { get; init; }
        public required DateTimeOffset At { get; init; }
        public required string Actor { get; init; }
        public required string Roles { get; init; }
        public required string? Unit { get; init; }
        public required OpeningPurpose Purpose { get; init; }
        public required string Matter { get; init; }
    }

    /// <param name="Checked">Rows whose hashes were computed again.</param>
    /// <param name="FirstBroken">Number of the first row that does not follow the one before it; null where the chain is whole.</param>
    public sealed record ChainCheck(long Checked, long? FirstBroken);

    public async Task<Outcome<Slice<Line>>> Run(Filter filter, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.AuditAdmin))
            return new NotAllowed();
        if (filter.Size is < 1 or > 200)
            return Refusal.Invalid(new FieldProblem("size", "每页 1 至 200 行。"));

        var rows = await Filtered(filter)
            .OrderByDescending(o => o.Id)
            .Take(filter.Size + 1)
            .Select(o => new Line
            {
                Number = o.Id,
                At = o.At,
                Actor = o.ActorName,
                Roles = o.ActorRoles,
                Unit = o.ActorUnit,
                Purpose = o.Purpose,
                Matter = o.Matter,
            })
            .ToListAsync(ct);
        var page = rows.Take(filter.Size).ToList();
        var more = rows.Count > filter.Size;
        return new Slice<Line>(page, more ? page[^1].Number.ToString(System.Globalization.CultureInfo.InvariantCulture) : null);
    }

    /// <summary>Computes the whole chain again: linear in its length, reading row by row.</summary>
    public async Task<Outcome<ChainCheck>> Verify(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.AuditAdmin))
            return new NotAllowed();
        Opening? previous = null;
        await foreach (var opening in db.Openings.AsNoTracking().OrderBy(o => o.Id).AsAsyncEnumerable().WithCancellation(ct))
        {
            if (!opening.Follows(previous))
                return new ChainCheck(previous?.Id ?? 0, opening.Id);
            previous = opening;
        }
        return new ChainCheck(previous?.Id ?? 0, null);
    }

    private IQueryable<Opening> Filtered(Filter filter)
    {
        var openings = db.Openings.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Matter))
            openings = openings.Where(o => o.Matter == filter.Matter.Trim());
        if (!string.IsNullOrWhiteSpace(filter.Actor))
            openings = openings.Where(o => o.ActorName == filter.Actor.Trim());
        if (filter.Purpose is { } purpose)
            openings = openings.Where(o => o.Purpose == purpose);
        if (filter.From is { } from)
            openings = openings.Where(o => o.At >= from);
        if (filter.To is { } to)
            openings = openings.Where(o => o.At < to);
        return filter.Before is { } before ? openings.Where(o => o.Id < before) : openings;
    }
}
