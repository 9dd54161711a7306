using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>打击报复举报 (domain A.13): sealed, past everybody who has the first request, at the oversight body.</summary>
public sealed partial class RetaliationTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Form = "form:has(textarea[name=retaliation])";
    private const string Said = "街道的人找到我单位，说再打电话就让我下岗。";

    private readonly Town town = new(app);

    [Fact]
    public async Task It_reaches_the_oversight_body_and_nobody_of_the_unit_learns_that_it_exists()
    {
        app.Clock.Advance(TimeSpan.FromDays(2));
        var registered = await town.Register();
        foreach (var action in Matter.WayTo(RequestState.InProgress))
            await town.Must(registered.Number, action);
        var before = await town.Stored(registered.Number);
        var page = await app.Visitor().Get($"/track?number={registered.Number}&code={registered.QueryCode}");
        var after = await page.Submit(Form, ("retaliation", Said), ("act", "retaliation"));
        var told = Told().Match(after.Says());
        Assert.True(told.Success, after.Says());
        var (number, code) = (told.Groups["number"].Value, told.Groups["code"].Value);

        var report = await town.Stored(number);
        Assert.Equal(
            (RequestState.Dispatched, "OVERSIGHT", "EAST-1", Confidentiality.Sealed, true),
            (report.State, report.Unit, report.AccusedUnit, report.Confidentiality, report.Ordered)
        );
        Assert.Equal(before.PersonId, report.PersonId);
        Assert.NotNull(report.ReplyDueAt);
        Assert.Contains(number, await town.Queue("oversight", "Unit"), StringComparison.Ordinal);
        Assert.Equal(before.Version, await town.Version(registered.Number));
        foreach (var login in new[] { "east1", "leader", "eastleader" })
        {
            Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await town.At(login)).Get($"/api/requests/{number}")).Status);
            Assert.DoesNotContain("下岗", (await (await town.At(login)).Get("/api/requests/search?q=下岗")).Text, StringComparison.Ordinal);
            Assert.DoesNotContain(
                number,
                (await (await town.At(login)).Get($"/api/requests/{registered.Number}")).Text,
                StringComparison.Ordinal
            );
        }
        Assert.Null(Chain.Fault(await town.History(number), await town.Notes()));
        Assert.Contains("密封送", (await app.Visitor().Get($"/track?number={number}&code={code}")).Says(), StringComparison.Ordinal);
        await town.Refused("ordered_unit", "oversight", number, RequestAction.Return);
    }

    [Fact]
    public async Task A_second_press_makes_no_second_report_a_short_one_is_refused_and_there_is_an_end_to_it()
    {
        app.Clock.Advance(TimeSpan.FromDays(2));
        var before = await Reports();
        var registered = await town.Register();
        await town.Must(registered.Number, RequestAction.Dispatch);
        var page = await app.Visitor().Get($"/track?number={registered.Number}&code={registered.QueryCode}");
        var shorter = await page.Submit(Form, ("retaliation", "骂我"), ("act", "retaliation"));
        Assert.Contains("至少要写10个字", shorter.Says(), StringComparison.Ordinal);
        Assert.Equal(before, await Reports());
        await page.Submit(Form, ("retaliation", Said), ("act", "retaliation"));
        await page.Submit(Form, ("retaliation", Said), ("act", "retaliation"));
        Assert.Equal(before + 1, await Reports());
        for (var i = 0; i < ReportRetaliation.MostADay; i++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(5));
            page = await app.Visitor().Get($"/track?number={registered.Number}&code={registered.QueryCode}");
            await page.Submit(Form, ("retaliation", Said), ("act", "retaliation"));
        }
        Assert.Equal(before + ReportRetaliation.MostADay, await Reports());
    }

    [Fact]
    public async Task Where_the_oversight_body_is_itself_accused_the_hotline_finds_it()
    {
        app.Clock.Advance(TimeSpan.FromDays(2));
        var registered = await town.Register(app.Given.Intake() with { Type = RequestType.Report, AccusedUnit = "OVERSIGHT" });
        var before = await Reports();
        var page = await app.Visitor().Get($"/track?number={registered.Number}&code={registered.QueryCode}");
        await page.Submit(Form, ("retaliation", Said), ("act", "retaliation"));
        Assert.Equal(before + 1, await Reports());
        var report = await app.Use<RequestsDb, ServiceRequest>(db =>
            db.Requests.AsNoTracking().OrderByDescending(r => r.Serial).FirstAsync(r => r.Title == ReportRetaliation.Title)
        );
        Assert.Equal((RequestState.Registered, "OVERSIGHT"), (report.State, report.AccusedUnit));
        Assert.Contains(report.Number, await town.Queue("dispatcher", "Intake"), StringComparison.Ordinal);
    }

    private Task<int> Reports() => app.Use<RequestsDb, int>(db => db.Requests.CountAsync(r => r.Title == ReportRetaliation.Title));

    [GeneratedRegex("编号 (?<number>[0-9]+)，查询码 (?<code>[A-Z0-9]+)")]
    private static partial Regex Told();
}
