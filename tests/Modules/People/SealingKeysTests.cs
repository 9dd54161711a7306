using System.Net;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.People.Features;
using Suiying.People.Storage;
using Suiying.Testing;

namespace Suiying.Tests.People;

/// <summary>A rotation of the keys, begun on a page and gone on with in the background.</summary>
public sealed class SealingKeysTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Form = "main form:has(input[name=reason])";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory, InlineData("agent"), InlineData("sysadmin"), InlineData("east1")]
    public async Task A_stranger_sees_nothing_of_the_keys(string login)
    {
        using var browser = await app.SignIn(login);
        Assert.False((await browser.Get("/admin/sealing")).IsSuccess);
    }

    [Fact]
    public async Task A_rotation_begins_on_the_page_goes_on_in_the_background_and_the_audit_reads_it()
    {
        var people = await Seal(450);
        var old = await Keys();
        app.Clock.Advance(TimeSpan.FromDays(3));
        using var security = await app.SignIn("secadmin");
        var page = await security.Get("/admin/sealing");
        Assert.Contains(old.Seal[0].Id, page.Says("#seal"), StringComparison.Ordinal);
        Assert.Contains("3 天", page.Says("#seal"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.BadRequest, (await page.Submit(Form, ("reason", "每年一次（示例）"), ("new", "true"))).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await page.Submit(Form, ("reason", " "), ("sure", "true"), ("new", "true"))).Status);
        Assert.Equal(old.Seal[0].Id, (await Keys()).Seal[0].Id);
        var started = await page.Submit(Form, ("reason", "每年一次（示例）"), ("sure", "true"), ("new", "true"));
        Assert.Contains($"0 / {old.Identities} 份身份已用新密钥", started.Says(), StringComparison.Ordinal);
        Assert.Empty(started.All(Form));
        Assert.Equal(HttpStatusCode.Conflict, (await page.Submit(Form, ("reason", "再来"), ("sure", "true"), ("new", "true"))).Status);

        Assert.True(await Continue());
        Assert.False(await Continue());
        var done = await security.Get("/admin/sealing");
        Assert.Contains("旧密钥，只用于旧备份", done.Says("#seal"), StringComparison.Ordinal);
        Assert.NotEmpty(done.All(Form));
        var keys = await Keys();
        Assert.Equal((0, old.Identities), (keys.Remaining, keys.Seal[0].Records));
        Assert.Equal(keys.Identities, keys.Rotations[0].Resealed);
        Assert.Equal("甲17", (await Open(people[17]))?.Name);

        using var audit = await app.SignIn("auditadmin");
        var read = await audit.Get("/admin/sealing");
        Assert.Contains("每年一次（示例） 安全管理员（演示）", read.Says("#past"), StringComparison.Ordinal);
        Assert.Empty(read.All("main form"));
        foreach (var file in Directory.GetFiles(app.Var, "*.key", SearchOption.AllDirectories))
            Assert.DoesNotContain(await File.ReadAllTextAsync(file, Ct), read.Text + done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_process_left_half_done_another_finishes_when_its_time_is_over()
    {
        await Seal(30);
        await Start();
        // A process that took it and died.
        var held = app.Now.AddMinutes(1);
        await app.Use<PeopleDb, int>(db =>
            db.KeyRotations.Where(r => r.FinishedAt == null).ExecuteUpdateAsync(set => set.SetProperty(r => r.WorkedUntil, held), Ct)
        );

        Assert.False(await Continue());
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await Continue());
        Assert.Equal(0, (await Keys()).Remaining);
    }

    [Fact]
    public async Task What_stops_a_rotation_is_told_and_it_goes_on_when_that_is_mended()
    {
        await Seal(5);
        var keys = await Keys();
        var file = Directory.GetFiles(app.Var, $"seal-{keys.Seal[0].Id}.key", SearchOption.AllDirectories).Single();
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        await Start();
        File.Move(file, file + ".gone");

        await Assert.ThrowsAsync<InvalidOperationException>(Continue);
        using var security = await app.SignIn("secadmin");
        var page = await security.Get("/admin/sealing");
        Assert.Contains("文件缺失", page.Says("#seal"), StringComparison.Ordinal);
        Assert.Contains("不在密钥目录中", page.Says(), StringComparison.Ordinal);

        File.Move(file + ".gone", file);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.True(await Continue());
        Assert.DoesNotContain("文件缺失", (await security.Get("/admin/sealing")).Says(), StringComparison.Ordinal);
    }

    private async Task Start()
    {
        var by = await app.Given.Staff("secadmin");
        var command = new RotateKeys.Command { Reason = "示例" };
        Assert.Null((await app.Use<RotateKeys, Outcome<Done>>(rotate => rotate.Start(command, by, Ct))).Refusal);
    }

    private Task<bool> Continue() => app.Use<RotateKeys, bool>(rotate => rotate.Continue(Ct));

    private async Task<ListKeys.View> Keys() => (await app.Use<ListKeys, Outcome<ListKeys.View>>(list => list.Run(Actor.System, Ct))).Value;

    private async Task<List<PersonId>> Seal(int count)
    {
        var ids = new List<PersonId>();
        for (var i = 0; i < count; i++)
        {
            var id = new PersonId(Guid.CreateVersion7(app.Now));
            ids.Add(await app.Use<ISealedIdentities, PersonId>(seal => seal.Seal(id, new Identity { Name = $"甲{i}" }, Ct)));
        }
        return ids;
    }

    private Task<Identity?> Open(PersonId id) =>
        app.Use<ISealedIdentities, Identity?>(seal =>
            seal.Open(id, OpeningPurpose.Contact, "示例", PeopleHouse.Staff(Role.UnitHandler), Ct)
        );
}
