using CsCheck;
using Microsoft.EntityFrameworkCore;
using Suiying.People.Features;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.Tests.People;

/// <summary>Five wrong ones lock, and nothing in the answer tells which logins exist.</summary>
public sealed class SignInGuardTests : IAsyncDisposable
{
    private readonly PeopleHouse house = new("Production");

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public async Task The_fifth_failure_locks_a_quarter_of_an_hour_and_the_tenth_twice_as_long()
    {
        var account = await Administrator();
        await Fail(account.Login, 5);
        Assert.Equal(TimeSpan.FromMinutes(15), await LockOf(account.Login));
        Assert.IsType<SignInRefused>(await Try(account.Login, account.Password));

        house.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.Null(await LockOf(account.Login));
        await Fail(account.Login, 5);
        Assert.Equal(TimeSpan.FromMinutes(30), await LockOf(account.Login));
    }

    [Fact]
    public async Task A_login_that_nobody_has_is_answered_and_locked_like_one_that_somebody_has()
    {
        var account = await Administrator();
        var known = await Fail(account.Login, 6);
        var unknown = await Fail("nobody.at.all", 6);
        Assert.Equal(known, unknown);
        Assert.Equal(await LockOf(account.Login), await LockOf("nobody.at.all"));
    }

    [Fact]
    public async Task A_locked_login_costs_the_same_hash_as_any_other()
    {
        var account = await Administrator();
        await Fail(account.Login, 5);
        var before = house.Hashes.Count;
        await Try(account.Login, "wrong");
        Assert.Equal(before + 1, house.Hashes.Count);
        await Try("nobody.at.all", "wrong");
        Assert.Equal(before + 2, house.Hashes.Count);
    }

    [Fact]
    public async Task The_security_administrator_unlocks_and_both_are_kept_for_the_auditor()
    {
        var account = await Administrator();
        await Fail(account.Login, 5);
        var id = (await house.Use((PeopleDb db) => db.Staff.SingleAsync(s => s.UserName == account.Login))).Id;

        Assert.IsType<NotAllowed>((await Unlock(id, Role.SystemAdmin)).Refusal);
        Assert.NotNull(await LockOf(account.Login));
        Assert.Null((await Unlock(id, Role.SecurityAdmin)).Refusal);
        Assert.Null(await LockOf(account.Login));

        var kinds = await house.Use((PeopleDb db) => db.AccountChanges.Where(c => c.AccountId == id).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([AccountChangeKind.Created, AccountChangeKind.Locked, AccountChangeKind.Unlocked], kinds.Select(c => c.Kind).Order());
    }

    [Fact]
    public void Never_more_than_five_guesses_pass_in_a_quarter_of_an_hour() =>
        Gen.Int[0, 600]
            .Array[1, 60]
            .Sample(pauses =>
            {
                var (tries, at) = (SignInTries.Of("x"), DateTimeOffset.UnixEpoch.AddDays(10));
                var passed = new List<DateTimeOffset>();
                foreach (var pause in pauses)
                {
                    at += TimeSpan.FromSeconds(pause);
                    if (tries.Take(at))
                        passed.Add(at);
                }
                // After each fifth that passed there is a pause of at least a quarter of an hour.
                for (var i = 5; i < passed.Count; i += 5)
                    Assert.True(passed[i] - passed[i - 1] >= SignInTries.FirstLock);
            });

    [Fact]
    public async Task Guesses_side_by_side_do_not_pass_as_one()
    {
        var guesses = await Task.WhenAll(
            Enumerable.Range(0, 12).Select(_ => house.Use((SignInGuard guard) => guard.Take("somebody", default)))
        );
        Assert.Equal(5, guesses.Count(g => g.Allowed));
    }

    [Fact]
    public async Task Asking_for_the_old_password_counts_like_a_sign_in()
    {
        var account = await Administrator();
        var id = (await house.Use((PeopleDb db) => db.Staff.SingleAsync(s => s.UserName == account.Login))).Id;
        async Task<Refusal?> Change(string old) =>
            (
                await house.UseFrom(
                    "192.0.2.1",
                    (ChangePassword change) =>
                        change.Run(
                            new ChangePassword.Command { Old = old, New = "a-new-and-long-Passw0rd" },
                            PeopleHouse.Staff(Role.SystemAdmin) with
                            {
                                Id = id,
                            },
                            default
                        )
                )
            ).Refusal;
        for (var i = 0; i < SignInTries.Most; i++)
            Assert.Contains("原密码不对", (await Change($"wrong{i}"))!.Text, StringComparison.Ordinal);
        Assert.IsType<PasswordLocked>(await Change(account.Password));
        Assert.IsType<SignInRefused>(await Try(account.Login, account.Password));
        Assert.NotNull(await LockOf(account.Login));
        var kinds = await house.Use((PeopleDb db) => db.AccountChanges.Where(c => c.AccountId == id).Select(c => c.Kind).ToListAsync());
        Assert.Contains(AccountChangeKind.Locked, kinds);
    }

    [Fact]
    public async Task Administrators_are_refused_clearly_where_a_demo_owns_their_logins()
    {
        await using var demo = new PeopleHouse();
        var file = Path.GetTempFileName();
        await File.WriteAllTextAsync(file, "login,name,roles,unit,area\nsysadmin,系统管理岗（演示）,SystemAdmin,,\n");
        await demo.Use((LoadDemoStaff load) => load.Run(new LoadDemoStaff.Command { Path = file }, Actor.System, default));
        File.Delete(file);
        var refused = await demo.Use((CreateFirstAdministrators create) => create.Run(Actor.System, default));
        Assert.Contains("sysadmin", Assert.IsType<LoginsTakenByDemo>(refused.Refusal).Text, StringComparison.Ordinal);
    }

    private async Task<CreateFirstAdministrators.Account> Administrator() =>
        (await house.Use((CreateFirstAdministrators create) => create.Run(Actor.System, default))).Value[0];

    private async Task<Refusal?> Fail(string login, int times)
    {
        Refusal? last = null;
        for (var i = 0; i < times; i++)
            last = await Try(login, "wrong");
        return last;
    }

    private async Task<Refusal?> Try(string login, string password) =>
        (
            await house.Use(
                (SignInStaff signIn) => signIn.Run(new SignInStaff.Command { Login = login, Password = password }, Actor.Visitor, default)
            )
        ).Refusal;

    private async Task<TimeSpan?> LockOf(string login) =>
        await house.Use((SignInGuard guard) => guard.LockedUntil(login, default)) - house.Clock.GetUtcNow();

    private Task<Outcome<Done>> Unlock(Guid id, Role role) =>
        house.Use((UnlockStaff unlock) => unlock.Run(id, PeopleHouse.Staff(role), default));
}
