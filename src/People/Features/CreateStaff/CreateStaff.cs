using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The system administrator opens an account. It has no roles yet: those are the security administrator's to give.</summary>
public sealed class CreateStaff(PeopleDb db, UserManager<StaffUser> users, TimeProvider time)
{
    /// <summary>The new account and its first password, which is shown once and stored nowhere.</summary>
    public sealed record Created
    {
        public required Guid Id { get; init; }

        public required string Password { get; init; }

        public override string ToString() => $"Created {Id}";
    }

    public async Task<Outcome<Created>> Run(StaffProfile profile, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var problems = profile.Problems().ToList();
        if (problems.Count > 0)
            return Refusal.Invalid(problems);

        var now = time.GetUtcNow();
        var user = StaffUser.Create(profile, now);
        var password = GivenPassword.New();
        db.AccountChanges.Add(AccountChange.Of(user, AccountChangeKind.Created, by, now));
        if ((await users.CreateAsync(user, password)).ToRefusal() is { } refusal)
            return refusal;
        return new Created { Id = user.Id, Password = password };
    }
}
