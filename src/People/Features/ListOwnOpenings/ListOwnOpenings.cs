using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>Who looked at the person's own sealed data, when and for which request (个人信息保护法 art. 44): the unit, not the name of whoever it was.</summary>
public sealed class ListOwnOpenings(PeopleDb db, ICityRegistry registry)
{
    public const int Most = 100;

    /// <param name="At">When.</param>
    /// <param name="Unit">Name of the unit; empty for the program and for the person.</param>
    /// <param name="Purpose">Why.</param>
    /// <param name="Matter">For which request.</param>
    public sealed record Line(DateTimeOffset At, string Unit, OpeningPurpose Purpose, string Matter);

    public async Task<Outcome<IReadOnlyList<Line>>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed();
        var rows = await db
            .Openings.AsNoTracking()
            .Where(o => o.PersonId == by.Id && o.Purpose != OpeningPurpose.OwnData)
            .OrderByDescending(o => o.Id)
            .Take(Most)
            .ToListAsync(ct);
        var city = registry.Current;
        return rows.Select(o => new Line(o.At, city.Units.NameOf(o.ActorUnit), o.Purpose, o.Matter)).ToList();
    }
}
