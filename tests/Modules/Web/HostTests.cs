using System.Net;
using Suiying.Testing;

namespace Suiying.Tests.Web;

public sealed class HostTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    public static TheoryData<Role> StaffRoles => [.. Enum.GetValues<Role>().Where(role => role is not (Role.Resident or Role.System))];

    [Fact]
    public async Task The_host_is_healthy_when_its_city_is_loaded()
    {
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.OK, (await visitor.Get("/health")).Status);
        Assert.Equal("9901", app.City.City.Code);
    }

    [Fact]
    public async Task The_first_page_names_the_city_and_says_that_it_is_a_demonstration()
    {
        using var visitor = app.Visitor();
        var page = await visitor.Get("/");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("示例市", page.Text, StringComparison.Ordinal);
        Assert.Contains("演示数据", page.Text, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(StaffRoles))]
    public async Task Every_role_signs_in(Role role)
    {
        using var member = await app.SignIn(role);
        Assert.True((await member.Get("/me")).IsSuccess);
        Assert.Contains(role, (await app.Given.Staff(role)).Roles);
    }

    [Fact]
    public async Task A_page_that_is_not_there_is_answered_with_404()
    {
        using var visitor = app.Visitor();
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/nothing-is-here")).Status);
    }

    [Fact]
    public async Task Every_answer_forbids_inline_script_and_style()
    {
        using var visitor = app.Visitor();
        foreach (var path in new[] { "/", "/health", "/nothing-is-here" })
        {
            using var answer = await visitor.Client.GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
            var policy = string.Join(';', answer.Headers.GetValues("Content-Security-Policy"));
            Assert.Contains("script-src 'self'", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        }
    }
}
