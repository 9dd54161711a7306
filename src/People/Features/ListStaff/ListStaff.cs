using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>Accounts by login, for the three administrators.</summary>
public sealed class ListStaff(PeopleDb db, TimeProvider time)
{
    public const int Size = 50;

    public sealed record Filter
    {
        /// <summary>Part of a login or name, or a whole unit code.</summary>
        public string? Search { get; init; }

        public Role? Role { get; init; }

        /// <summary>Codes of units; null means any.</summary>
        public IReadOnlyCollection<string>? Units { get; init; }

        public StaffState State { get; init; }

        /// <summary>The import that opened the accounts.</summary>
        public Guid? Import { get; init; }

        /// <summary>Normalised login of the last row of the page before.</summary>
        public string? After { get; init; }
    }

    /// <param name="User">The account.</param>
    /// <param name="SecondFactor">Has an authenticator program or a passkey.</param>
    /// <param name="Locked">Too many wrong passwords or codes.</param>
    public sealed record Line(StaffUser User, bool SecondFactor, bool Locked);

    public async Task<Outcome<Slice<Line>>> Run(Filter filter, Actor by, CancellationToken ct)
    {
        if (!MayRead(by))
            return new NotAllowed();
        var lines = await Page(filter, Size + 1, ct);
        return new Slice<Line>([.. lines.Take(Size)], lines.Count > Size ? lines[Size - 1].User.NormalizedUserName : null);
    }

    /// <summary>How many there are, and all of them page by page, for an export.</summary>
    public async Task<Outcome<IReadOnlyList<Line>>> All(Filter filter, Actor by, CancellationToken ct)
    {
        if (!MayRead(by) && !by.Is(Role.System))
            return new NotAllowed();
        return await Page(filter with { After = null }, int.MaxValue, ct);
    }

    public async Task<Outcome<int>> Count(Filter filter, Actor by, CancellationToken ct)
    {
        if (!MayRead(by))
            return new NotAllowed();
        return await Matching(filter, await Locked(ct)).CountAsync(ct);
    }

    public async Task<Outcome<StaffUser>> One(Guid id, Actor by, CancellationToken ct)
    {
        if (!MayRead(by))
            return new NotAllowed();
        var user = await db.Staff.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        return user is null ? new NotFound() : user;
    }

    private async Task<List<Line>> Page(Filter filter, int size, CancellationToken ct)
    {
        var locked = await Locked(ct);
        var staff = Matching(filter, locked);
        if (filter.After is { } after)
            staff = staff.Where(s => s.NormalizedUserName!.CompareTo(after) > 0);
        var rows = await staff
            .OrderBy(s => s.NormalizedUserName)
            .Take(size)
            .Select(s => new { User = s, Second = db.SecondFactors.Any(f => f.StaffId == s.Id) || db.Passkeys.Any(p => p.UserId == s.Id) })
            .ToListAsync(ct);
        return [.. rows.Select(r => new Line(r.User, r.Second, locked.Contains(r.User.Id)))];
    }

    private IQueryable<StaffUser> Matching(Filter filter, HashSet<Guid> locked)
    {
        var staff = db.Staff.AsNoTracking();
        if (!string.IsNullOrWhiteSpace(filter.Search))
        {
            var (text, upper) = (filter.Search.Trim(), filter.Search.Trim().ToUpperInvariant());
            staff = staff.Where(s => s.NormalizedUserName!.Contains(upper) || s.DisplayName.Contains(text) || s.UnitCode == text);
        }
        if (filter.Role is { } role)
        {
            var word = $";{role};";
            staff = staff.Where(s => (";" + s.RoleList + ";").Contains(word));
        }
        if (filter.Units is { } units)
            staff = staff.Where(s => units.Contains(s.UnitCode!));
        if (filter.Import is { } import)
            staff = staff.Where(s => s.ImportId == import);
        return filter.State switch
        {
            StaffState.Active => staff.Where(s => s.Active),
            StaffState.Closed => staff.Where(s => !s.Active),
            StaffState.Locked => staff.Where(s => locked.Contains(s.Id)),
            StaffState.WithoutSecondFactor => staff.Where(s =>
                s.Active && !db.SecondFactors.Any(f => f.StaffId == s.Id) && !db.Passkeys.Any(p => p.UserId == s.Id)
            ),
            StaffState.Asking => staff.Where(s => s.AskedRoles != ""),
            _ => staff,
        };
    }

    /// <summary>Locks are kept under a hash of what was typed, so each login is hashed and looked up; only where anything is locked at all.</summary>
    private async Task<HashSet<Guid>> Locked(CancellationToken ct)
    {
        var now = time.GetUtcNow();
        var keys = (await db.SignInTries.Where(t => t.LockedUntil > now).Select(t => t.Id).ToListAsync(ct)).ToHashSet();
        if (keys.Count == 0)
            return [];
        var logins = await db.Staff.Select(s => new { s.Id, s.UserName }).ToListAsync(ct);
        return [.. logins.Where(l => keys.Contains(SignInTries.KeyOf(l.UserName!))).Select(l => l.Id)];
    }

    private static bool MayRead(Actor by) => by.IsAny(Role.SystemAdmin, Role.SecurityAdmin, Role.AuditAdmin);
}
