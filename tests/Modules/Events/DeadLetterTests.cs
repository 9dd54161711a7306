using System.Net;
using Suiying.Kernel.Events;

namespace Suiying.Tests.Events;

/// <summary>What could not be delivered is seen by who can mend it, and brought back by a button.</summary>
public sealed class DeadLetterTests : IAsyncLifetime
{
    private readonly BellTower tower = new();

    public async ValueTask InitializeAsync()
    {
        await tower.InitializeAsync();
        tower.Bells.Refuse = (by, happened) =>
        {
            if (by == FirstProbe.Name && happened.Number == 1)
                throw new InvalidOperationException("The printer is on fire.");
        };
        await tower.Ring(("a", 1), ("a", 2), ("b", 3));
        foreach (var pause in OutboxDispatcher.Pauses.Append(TimeSpan.Zero))
        {
            await tower.Drain();
            tower.Clock.Advance(pause);
        }
    }

    public ValueTask DisposeAsync() => tower.DisposeAsync();

    [Fact]
    public async Task The_system_administrator_replays_a_dead_letter_and_those_behind_it_follow_in_order()
    {
        var admin = await tower.SignIn(Role.SystemAdmin);
        var page = await admin.Get("/events");
        Assert.Contains("The printer is on fire.", page.Says(), StringComparison.Ordinal);
        Assert.Equal([3], await tower.Rung("b"));
        tower.Bells.Refuse = (_, _) => { };
        var letter = page.Find("button[name=letter]").GetAttribute("value")!;
        var after = await page.Submit("main form", ("letter", letter));
        Assert.Contains("已重新投递 1 件", after.Says(), StringComparison.Ordinal);
        await tower.Drain();
        Assert.Equal([1, 2], await tower.Rung("a"));
        Assert.Empty(await tower.Waiting());
    }

    [Fact]
    public async Task Who_replayed_what_is_kept_and_the_auditor_reads_it_but_replays_nothing()
    {
        var admin = await tower.SignIn(Role.SystemAdmin);
        await (await admin.Get("/events")).Submit("main form", ("letter", ""));
        var auditor = await tower.SignIn(Role.AuditAdmin);
        var page = await auditor.Get("/events");
        Assert.Contains(
            page.All("tbody tr"),
            row =>
                row.TextContent.StartsWith("2026", StringComparison.Ordinal)
                && row.TextContent.Contains("系统管理员", StringComparison.Ordinal)
        );
        Assert.Empty(page.All("button[name=letter]"));
    }

    [Fact]
    public async Task A_letter_that_somebody_else_has_just_replayed_is_told()
    {
        var admin = await tower.SignIn(Role.SystemAdmin);
        var page = await admin.Get("/events");
        Assert.Equal(HttpStatusCode.NotFound, (await page.Submit("main form", ("letter", "999999"))).Status);
    }

    [Theory]
    [InlineData(Role.Supervisor)]
    [InlineData(Role.SecurityAdmin)]
    [InlineData(Role.Agent)]
    public async Task Others_do_not_see_the_page(Role role)
    {
        var answer = await (await tower.SignIn(role)).Get("/events");
        Assert.DoesNotContain("tests.rang", answer.Text, StringComparison.Ordinal);
        Assert.False(answer.IsSuccess && answer.Address.AbsolutePath == "/events", $"{answer.Status} {answer.Address}");
    }
}
