using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>Accounts by login, for the three administrators.</summary>
public sealed class ListStaff(PeopleDb db)
{
    private const int Size = 50;

    public sealed record Filter
    {
        /// <summary>Part of a login or name, or a whole unit code.</summary>
        public string? Search { get; init; }

        /// <summary>Normalised login of the last row of the page before.</summary>
        public string? After { get; init; }
    }

    public async Task<Outcome<Slice<StaffUser>>> Run(Filter filter, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin))
            return new NotAllowed();

        var staff = db.Staff.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var (text, upper) = (filter.Search.Trim(), filter.Search.Trim().ToUpperInvariant());
            staff = staff.Where(s => s.NormalizedUserName!.Contains(upper) || s.DisplayName.Contains(text) || s.UnitCode == text);
        }
        if (filter.After is { } after)
            staff = staff.Where(s => s.NormalizedUserName!.CompareTo(after) > 0);
        var rows = await staff.OrderBy(s => s.NormalizedUserName).Take(Size + 1).ToListAsync(ct);
        return new Slice<StaffUser>([.. rows.Take(Size)], rows.Count > Size ? rows[Size - 1].NormalizedUserName : null);
    }

    public async Task<Outcome<StaffUser>> One(Guid id, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin))
            return new NotAllowed();
        var user = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        return user is null ? new NotFound() : user;
    }
}
