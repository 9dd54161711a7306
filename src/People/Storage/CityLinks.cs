using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;

namespace Suiying.People.Storage;

/// <summary>Which account is whose at the city's identity provider; each change leaves a row for the auditor.</summary>
public sealed class CityLinks(PeopleDb db, UserManager<StaffUser> users, SecondFactors factors)
{
    public async Task<IReadOnlyList<UserLoginInfo>> Of(Guid staff, CancellationToken ct) =>
        await db.Set<IdentityUserLogin<Guid>>()
            .AsNoTracking()
            .Where(l => l.UserId == staff)
            .OrderBy(l => l.LoginProvider)
            .Select(l => new UserLoginInfo(l.LoginProvider, l.ProviderKey, null))
            .ToListAsync(ct);

    /// <summary>Null where it was linked.</summary>
    public async Task<Refusal?> Add(StaffUser user, string issuer, string subject, Actor by)
    {
        if (await users.FindByLoginAsync(issuer, subject) is not null)
            return new CityLoginTaken();
        factors.Note(user, AccountChangeKind.LoginLinked, by, $"{issuer} {subject}");
        try
        {
            var saved = await users.AddLoginAsync(user, new UserLoginInfo(issuer, subject, null));
            return saved.Succeeded ? null : new AccountChanged();
        }
        catch (DbUpdateException)
        {
            // Somebody linked it a moment before.
            return new CityLoginTaken();
        }
    }

    /// <summary>Null where it is linked no more.</summary>
    public async Task<Refusal?> Remove(StaffUser user, UserLoginInfo link, Actor by)
    {
        factors.Note(user, AccountChangeKind.LoginUnlinked, by, $"{link.LoginProvider} {link.ProviderKey}");
        return (await users.RemoveLoginAsync(user, link.LoginProvider, link.ProviderKey)).ToRefusal();
    }
}
