using Suiying.Contracts.People;
using Suiying.People.Features;
using Suiying.People.Model;

namespace Suiying.Tests.People;

public sealed class DemoStaffTests : IAsyncDisposable
{
    private const string Header = "login,name,roles,unit,area\n";
    private readonly PeopleHouse house = new();
    private readonly string file = Path.GetTempFileName();

    public ValueTask DisposeAsync()
    {
        File.Delete(file);
        return house.DisposeAsync();
    }

    [Fact]
    public async Task The_file_makes_accounts_and_twice_is_once()
    {
        var loaded = await Load("agent,话务员甲（演示）,Agent;Dispatcher,HOT,1306\naudit,审计岗（演示）,AuditAdmin,,\n");
        Assert.Equal(2, loaded.Value.Accounts);
        Assert.Null((await Load("agent,话务员乙（演示）,Agent,HOT,1306\n")).Refusal);
        var member = Assert.Single(await house.Use((IStaffDirectory staff) => staff.OfUnit("HOT", default)));
        Assert.Equal("话务员乙（演示）", member.Name);
        Assert.Equal([Role.Agent], member.Roles);
    }

    [Theory]
    [InlineData("x,甲,Agent,,", "2:login")]
    [InlineData("agent,甲,Wizard,,", "2:roles")]
    [InlineData("agent,甲,SystemAdmin;AuditAdmin,,", "2:roles")]
    [InlineData("agent,甲,System,,", "2:roles")]
    [InlineData("agent,甲,Agent,,\nAGENT,乙,Agent,,", "3:login")]
    public async Task A_fault_is_told_with_its_line_and_nothing_is_made(string lines, string field)
    {
        var outcome = await Load($"{lines}\n");
        Assert.Contains(outcome.Refusal!.Fields, p => p.Field == field);
        Assert.Null(await house.Use((IStaffDirectory staff) => staff.FindByLogin("agent", default)));
    }

    [Fact]
    public async Task A_real_account_never_becomes_a_demo_one()
    {
        var profile = new StaffProfile("agent", "话务员", "HOT", null);
        await house.Use((CreateStaff create) => create.Run(profile, PeopleHouse.Staff(Role.SystemAdmin), default));
        Assert.IsType<LoginTaken>((await Load("other,甲,Agent,,\nagent,乙,Agent,,\n")).Refusal);
        Assert.Null(await house.Use((IStaffDirectory staff) => staff.FindByLogin("other", default)));
    }

    [Fact]
    public async Task Outside_development_there_are_no_demo_accounts()
    {
        await using var real = new PeopleHouse("Production");
        var command = new LoadDemoStaff.Command { Path = file };
        Assert.IsType<NotAllowed>((await real.Use((LoadDemoStaff load) => load.Run(command, Actor.System, default))).Refusal);
        Assert.Empty(await real.Use((SignInDemo demo) => demo.Offer(default)));
        Assert.IsType<NotFound>((await real.Use((SignInDemo demo) => demo.Run("agent", Actor.Visitor, default))).Refusal);
    }

    private async Task<Outcome<LoadDemoStaff.Loaded>> Load(string lines)
    {
        await File.WriteAllTextAsync(file, Header + lines);
        return await house.Use((LoadDemoStaff load) => load.Run(new LoadDemoStaff.Command { Path = file }, Actor.System, default));
    }
}
