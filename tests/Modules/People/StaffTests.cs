using CsCheck;
using Suiying.Contracts.People;
using Suiying.People.Features;
using Suiying.People.Model;

namespace Suiying.Tests.People;

public sealed class StaffTests : IAsyncDisposable
{
    private static readonly StaffProfile Profile = new("housing.a", "住建承办岗甲（演示）", "D-housing", "1306");
    private readonly PeopleHouse house = new();

    public ValueTask DisposeAsync() => house.DisposeAsync();

    [Fact]
    public void No_set_of_roles_puts_two_administrators_or_an_administrator_and_a_desk_together() =>
        Gen.Enum<Role>()
            .Array[0, 6]
            .Sample(roles =>
            {
                var set = roles.ToHashSet();
                var administrators = set.Count(r => r is Role.SystemAdmin or Role.SecurityAdmin or Role.AuditAdmin);
                var allowed =
                    !set.Contains(Role.Resident)
                    && !set.Contains(Role.System)
                    && (administrators == 0 || (administrators == 1 && set.Count == 1));
                Assert.Equal(allowed, AdministratorSeparation.Check(set) is null);
            });

    [Fact]
    public async Task Who_creates_accounts_gives_no_roles_and_who_gives_roles_creates_no_accounts()
    {
        foreach (var role in Enum.GetValues<Role>())
        {
            var login = Profile with { Login = $"made-by-{role}" };
            var created = await house.Use((CreateStaff create) => create.Run(login, PeopleHouse.Staff(role), default));
            Assert.Equal(role == Role.SystemAdmin, created.Refusal is null);
        }
        var id = await Create();
        foreach (var role in Enum.GetValues<Role>())
            Assert.Equal(role == Role.SecurityAdmin, (await Grant(id, role, Role.UnitHandler)).Refusal is null);
    }

    [Fact]
    public async Task A_new_account_is_seen_by_its_unit_until_it_is_closed()
    {
        var id = await Create();
        await Grant(id, Role.SecurityAdmin, Role.UnitHandler, Role.Reviewer);
        var member = Assert.Single(await house.Use((IStaffDirectory staff) => staff.OfUnit("D-housing", default)));
        Assert.Equal((id, "housing.a", "住建承办岗甲（演示）"), (member.Id, member.Login, member.Name));
        Assert.Equal([Role.UnitHandler, Role.Reviewer], member.Roles.Order());
        Assert.Equal(id, (await house.Use((IStaffDirectory staff) => staff.FindByLogin("HOUSING.A", default)))!.Id);

        var command = new SetStaffActive.Command { Id = id, Active = false };
        await house.Use((SetStaffActive set) => set.Run(command, PeopleHouse.Staff(Role.SystemAdmin), default));
        Assert.Null(await house.Use((IStaffDirectory staff) => staff.Find(id, default)));
        Assert.Empty(await house.Use((IStaffDirectory staff) => staff.OfUnit("D-housing", default)));
    }

    [Fact]
    public async Task A_login_is_given_once()
    {
        await Create();
        var again = await house.Use((CreateStaff create) => create.Run(Profile, PeopleHouse.Staff(Role.SystemAdmin), default));
        Assert.IsType<LoginTaken>(again.Refusal);
    }

    [Fact]
    public async Task Nobody_changes_their_own_rights()
    {
        var self = PeopleHouse.Staff(Role.SecurityAdmin, Role.SystemAdmin);
        var roles = new GrantRoles.Command { Id = self.Id, Roles = new HashSet<Role>() };
        Assert.IsType<NotOnOneself>((await house.Use((GrantRoles grant) => grant.Run(roles, self, default))).Refusal);
        var closing = new SetStaffActive.Command { Id = self.Id, Active = false };
        Assert.IsType<NotOnOneself>((await house.Use((SetStaffActive set) => set.Run(closing, self, default))).Refusal);
    }

    [Fact]
    public async Task Every_change_of_an_account_is_kept_for_the_auditor()
    {
        var id = await Create();
        await Grant(id, Role.SecurityAdmin, Role.Agent);
        var read = await house.Use(
            (ReadAccountChanges changes) => changes.Run(new(Profile.Login, null), PeopleHouse.Staff(Role.AuditAdmin), default)
        );
        Assert.Equal(
            [(AccountChangeKind.Created, ""), (AccountChangeKind.RolesChanged, "Agent")],
            read.Value.Rows.Select(c => (c.Kind, c.Detail)).Order()
        );
    }

    [Fact]
    public async Task The_changes_are_walked_page_by_page()
    {
        var id = await Create();
        for (var i = 0; i < 60; i++)
        {
            house.Clock.Advance(TimeSpan.FromSeconds(1));
            await Grant(id, Role.SecurityAdmin, i % 2 == 0 ? Role.Agent : Role.Reviewer);
        }
        var first = await Changes(null);
        var second = await Changes(Guid.Parse(first.Next!));
        Assert.Equal(61, first.Rows.Concat(second.Rows).Select(c => c.Id).Distinct().Count());
        Assert.Equal(AccountChangeKind.Created, second.Rows[^1].Kind);
        Assert.Null(second.Next);
    }

    [Fact]
    public async Task Accounts_are_listed_for_administrators_and_found_by_part_of_a_name()
    {
        await Create();
        var found = await house.Use(
            (ListStaff list) => list.Run(new ListStaff.Filter { Search = "承办岗" }, PeopleHouse.Staff(Role.SecurityAdmin), default)
        );
        Assert.Single(found.Value.Rows);
        var after = new ListStaff.Filter { After = "HOUSING.A" };
        Assert.Empty((await house.Use((ListStaff list) => list.Run(after, PeopleHouse.Staff(Role.SystemAdmin), default))).Value.Rows);
        var refused = await house.Use((ListStaff list) => list.Run(new ListStaff.Filter(), PeopleHouse.Staff(Role.Supervisor), default));
        Assert.IsType<NotAllowed>(refused.Refusal);
    }

    [Fact]
    public async Task A_new_city_begins_with_three_administrators_once()
    {
        var first = await house.Use((CreateFirstAdministrators create) => create.Run(Actor.System, default));
        Assert.Equal(["sysadmin", "secadmin", "auditadmin"], first.Value.Select(a => a.Login));
        var again = await house.Use((CreateFirstAdministrators create) => create.Run(Actor.System, default));
        Assert.IsType<OfficeAlreadyOpen>(again.Refusal);
    }

    private async Task<Slice<AccountChange>> Changes(Guid? before) =>
        (
            await house.Use((ReadAccountChanges changes) => changes.Run(new(null, before), PeopleHouse.Staff(Role.AuditAdmin), default))
        ).Value;

    private async Task<Guid> Create() =>
        (await house.Use((CreateStaff create) => create.Run(Profile, PeopleHouse.Staff(Role.SystemAdmin) with { Id = default }, default)))
            .Value
            .Id;

    private Task<Outcome<Done>> Grant(Guid id, Role by, params Role[] roles) =>
        house.Use(
            (GrantRoles grant) =>
                grant.Run(
                    new GrantRoles.Command { Id = id, Roles = roles.ToHashSet() },
                    PeopleHouse.Staff(by) with
                    {
                        Id = Guid.Empty,
                    },
                    default
                )
        );
}
