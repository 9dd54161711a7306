using System.Net;
using System.Text.RegularExpressions;
using Suiying.Testing;

namespace Suiying.Tests.Channels;

/// <summary>Keys of other programs as the security administrator keeps them.</summary>
public sealed partial class ApiKeyPagesTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    [Theory, InlineData("agent"), InlineData("supervisor"), InlineData("sysadmin"), InlineData("east1")]
    public async Task A_stranger_sees_no_key(string login)
    {
        var key = await new Client(app).NewKey();
        using var browser = await app.SignIn(login);
        Assert.False((await browser.Get("/admin/keys")).IsSuccess);
        Assert.False((await browser.Get($"/admin/keys/{key.Id}")).IsSuccess);
        using var visitor = app.Visitor();
        Assert.EndsWith("/signin", (await visitor.Get("/admin/keys")).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_is_shown_once_used_and_revoked_with_a_reason_and_the_audit_reads_it_all()
    {
        using var security = await app.SignIn("secadmin");
        using var client = new Client(app);
        var given = await (await security.Get("/admin/keys")).Submit("main form", ("name", "示例公司小程序"));
        var secret = Secret().Match(given.Says("#secret")).Value;
        Assert.StartsWith("sy_", secret, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, (await security.Get("/admin/keys")).Text, StringComparison.Ordinal);

        var before = await security.Get("/admin/keys");
        Assert.Contains("示例公司小程序 2026年3月2日 10:00 从未 在用", before.Says("#keys"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.Submit(secret)).Status);
        var one = await security.Get(before.All("#keys a").Single(a => a.TextContent == "示例公司小程序").GetAttribute("href")!);
        Assert.Contains("2026年3月2日 10:00", one.Says("dl"), StringComparison.Ordinal);
        Assert.DoesNotContain("从未", one.Says("dl"), StringComparison.Ordinal);

        var form = "main form:has(input[name=reason])";
        var unsure = await one.Submit(form, ("reason", "合同到期（示例）"));
        var silent = await one.Submit(form, ("reason", " "), ("sure", "true"));
        Assert.Equal((HttpStatusCode.BadRequest, HttpStatusCode.BadRequest), (unsure.Status, silent.Status));
        Assert.Equal(HttpStatusCode.OK, (await client.Submit(secret)).Status);
        var revoked = await one.Submit(form, ("reason", "合同到期（示例）"), ("sure", "true"));
        Assert.Contains("已停用", revoked.Says("dl"), StringComparison.Ordinal);
        Assert.Empty(revoked.All(form));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Submit(secret)).Status);
        var late = await one.Submit(form, ("reason", "再一次"), ("sure", "true"));
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("可能刚被停用", late.Says(), StringComparison.Ordinal);

        using var audit = await app.SignIn("auditadmin");
        var read = await audit.Get(one.Address.AbsolutePath);
        Assert.Contains("示例公司小程序 停用 合同到期（示例） 安全管理员（演示）", read.Says("main"), StringComparison.Ordinal);
        Assert.Contains("示例公司小程序 发放", read.Says("main"), StringComparison.Ordinal);
        Assert.Empty((await audit.Get("/admin/keys")).All("main form"));
    }

    [Fact]
    public async Task A_key_without_a_name_is_not_given_out_and_what_is_no_key_is_not_found()
    {
        using var security = await app.SignIn("secadmin");
        var refused = await (await security.Get("/admin/keys")).Submit("main form", ("name", "  "));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("请写明给谁用", refused.Says(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await security.Get($"/admin/keys/{Guid.Empty}")).Status);
    }

    [GeneratedRegex("sy_[0-9a-f]{64}")]
    private static partial Regex Secret();
}
