using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.Testing;

namespace Suiying.Tests.People;

/// <summary>Passkeys as each database keeps them.</summary>
public sealed class PasskeyStorageTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly byte[] Id = [.. Enumerable.Range(0, 64).Select(i => (byte)i)];

    [Fact]
    public async Task A_passkey_is_stored_counted_up_found_by_its_id_and_gone_when_deleted()
    {
        await Do((users, user) => users.AddOrUpdatePasskeyAsync(user, Passkey(1)));
        await Do((users, user) => users.AddOrUpdatePasskeyAsync(user, Passkey(2)));
        var kept = Assert.Single(await Do((users, user) => users.GetPasskeysAsync(user)));
        Assert.Equal("办公室电脑", kept.Name);
        Assert.Equal(2u, kept.SignCount);
        Assert.Equal("agent", (await Do((users, _) => users.FindByPasskeyIdAsync(Id)))?.UserName);
        await Do((users, user) => users.RemovePasskeyAsync(user, Id));
        Assert.Null(await Do((users, _) => users.FindByPasskeyIdAsync(Id)));
    }

    // Each step with a connection of its own, as each request has.
    private Task<T> Do<T>(Func<UserManager<StaffUser>, StaffUser, Task<T>> step) =>
        app.Use(async (UserManager<StaffUser> users) => await step(users, (await users.FindByNameAsync("agent"))!));

    private UserPasskeyInfo Passkey(uint count) =>
        new(Id, [1, 2, 3], app.Now, count, ["internal"], isUserVerified: true, isBackupEligible: false, isBackedUp: false, [4], [5])
        {
            Name = "办公室电脑",
        };
}
