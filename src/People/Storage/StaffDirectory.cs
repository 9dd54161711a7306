using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.People.Model;

namespace Suiying.People.Storage;

/// <summary>Only active accounts: who has left can be given nothing. History keeps names by itself.</summary>
public sealed class StaffDirectory(PeopleDb db, ILookupNormalizer normalizer) : IStaffDirectory
{
    public async Task<IReadOnlyList<StaffMember>> OfUnit(string unit, CancellationToken ct)
    {
        var staff = await Active.Where(s => s.UnitCode == unit).OrderBy(s => s.NormalizedUserName).ToListAsync(ct);
        return [.. staff.Select(s => s.ToMember())];
    }

    public async Task<StaffMember?> Find(Guid id, CancellationToken ct) =>
        (await Active.SingleOrDefaultAsync(s => s.Id == id, ct))?.ToMember();

    public async Task<StaffMember?> FindByLogin(string login, CancellationToken ct)
    {
        var normalized = normalizer.NormalizeName(login);
        return (await Active.SingleOrDefaultAsync(s => s.NormalizedUserName == normalized, ct))?.ToMember();
    }

    private IQueryable<StaffUser> Active => db.Staff.AsNoTracking().Where(s => s.Active);
}
