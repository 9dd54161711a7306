using System.Globalization;
using System.Net;
using Suiying.Requests.Features;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>代班: what waits for whoever is away waits for the substitute, and the history says for whom it was done.</summary>
public sealed class AbsenceTests : IAsyncLifetime
{
    private readonly SuiyingApp app = new();
    private Town town = null!;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        await app.InitializeAsync();
        town = new Town(app);
    }

    public ValueTask DisposeAsync() => app.DisposeAsync();

    [Fact]
    public async Task While_it_runs_the_substitute_has_it_and_says_for_whom()
    {
        var number = await town.In(RequestState.Signed);
        Assert.Null(await Row("east1b", number));
        var absence = (await Note("east1", "east1b", TimeSpan.Zero, TimeSpan.FromHours(8))).Value;
        var row = await Row("east1b", number);
        Assert.Equal("东一街道承办人甲（演示）", row?.Waits?.For);
        await town.Done("east1b", number, RequestAction.RecordContact);
        var history = await town.History(number);
        Assert.Equal(absence.PersonId.ToString(), history[^1].Fact("for"));
        Assert.Null(Chain.Fault(history, await town.Notes()));
        Assert.Contains(
            "代东一街道承办人甲",
            (await (await town.At("supervisor")).Get($"/desk/all/{number}")).Says(),
            StringComparison.Ordinal
        );
        // It ends by itself; the person did nothing for anybody.
        app.Clock.Advance(TimeSpan.FromHours(9));
        Assert.Null(await Row("east1b", number));
        await town.Done("east1", number, RequestAction.RecordContact);
        Assert.Null((await town.History(number))[^1].Fact("for"));
    }

    [Fact]
    public async Task It_is_ended_early_and_the_row_stays()
    {
        var number = await town.In(RequestState.Signed);
        var absence = (await Note("east1", "east1b", TimeSpan.Zero, TimeSpan.FromDays(3))).Value;
        Assert.NotNull(await Row("east1b", number));
        using var browser = await app.SignIn("east1");
        var page = await (await browser.Get("/desk/absences")).Submit("main td form");
        Assert.Contains("已结束", page.Says(), StringComparison.Ordinal);
        Assert.Contains("提前结束", page.Says(), StringComparison.Ordinal);
        Assert.Null(await Row("east1b", number));
        var by = await app.Given.Staff("east1");
        Assert.IsType<AbsenceIsOver>(
            (await app.Use<EndAbsence, Outcome<Absence>>(u => u.Run(new EndAbsence.Command { Id = absence.Id }, by, Ct))).Refusal
        );
        var stranger = await app.Given.Staff("east2");
        Assert.IsType<NotFound>(
            (await app.Use<EndAbsence, Outcome<Absence>>(u => u.Run(new EndAbsence.Command { Id = absence.Id }, stranger, Ct))).Refusal
        );
    }

    [Fact]
    public async Task Nobody_covers_for_themselves_twice_or_while_away()
    {
        Assert.Equal("substitute", (await Note("east1", "east1", TimeSpan.Zero, TimeSpan.FromDays(1))).Refusal!.Fields.Single().Field);
        Assert.Equal("substitute", (await Note("east1", "water", TimeSpan.Zero, TimeSpan.FromDays(1))).Refusal!.Fields.Single().Field);
        Assert.Equal("until", (await Note("east1", "east1b", TimeSpan.FromDays(2), TimeSpan.FromDays(1))).Refusal!.Fields.Single().Field);
        Assert.Null((await Note("east1", "east1b", TimeSpan.FromDays(1), TimeSpan.FromDays(3))).Refusal);
        Assert.IsType<AbsencesMeet>((await Note("east1", "east1b", TimeSpan.FromDays(2), TimeSpan.FromDays(4))).Refusal);
        Assert.IsType<CoversAnother>((await Note("east1b", "east1", TimeSpan.FromDays(2), TimeSpan.FromDays(4))).Refusal);
        Assert.Null((await Note("east1b", "east1", TimeSpan.FromDays(3), TimeSpan.FromDays(4))).Refusal);
    }

    [Fact]
    public async Task It_is_noted_on_its_page_and_only_by_handlers()
    {
        using var browser = await app.SignIn("east1");
        var page = await browser.Get("/desk/absences");
        var colleague = page.All("#substitute option").First(o => o.TextContent.Contains('乙')).GetAttribute("value")!;
        var until = app.City.Local(app.Now.AddDays(1)).ToString("yyyy-MM-ddTHH:mm", CultureInfo.InvariantCulture);
        var wrong = await page.Submit("#note", ("substitute", colleague), ("until", "soon"));
        Assert.Equal(HttpStatusCode.BadRequest, wrong.Status);
        page = await page.Submit("#note", ("substitute", colleague), ("until", until));
        Assert.Contains("已登记", page.Says(), StringComparison.Ordinal);
        Assert.Contains("代班中", page.Says(), StringComparison.Ordinal);
        foreach (var login in new[] { "agent", "supervisor", "leader", "sysadmin" })
        {
            var by = await app.Given.Staff(login);
            Assert.IsType<NotAllowed>(
                (await app.Use<ListAbsences, Outcome<IReadOnlyList<Absence>>>(u => u.Run(new ListAbsences.Query(), by, Ct))).Refusal
            );
            Assert.IsType<NotAllowed>(
                (await app.Use<EndAbsence, Outcome<Absence>>(u => u.Run(new EndAbsence.Command { Id = Guid.Empty }, by, Ct))).Refusal
            );
            var command = new RecordAbsence.Command
            {
                Person = by.Id,
                Substitute = Guid.Empty,
                Time = new AbsenceTime(app.Now, app.Now.AddDays(1)),
            };
            Assert.IsType<NotAllowed>((await app.Use<RecordAbsence, Outcome<Absence>>(u => u.Run(command, by, Ct))).Refusal);
        }
    }

    private async Task<Outcome<Absence>> Note(string person, string substitute, TimeSpan from, TimeSpan until)
    {
        var (by, who, whom) = (await app.Given.Staff("east1"), await app.Given.Staff(person), await app.Given.Staff(substitute));
        var command = new RecordAbsence.Command
        {
            Person = who.Id,
            Substitute = whom.Id,
            Time = new AbsenceTime(app.Now + from, app.Now + until),
        };
        return await app.Use<RecordAbsence, Outcome<Absence>>(u => u.Run(command, by, Ct));
    }

    private async Task<RequestRow?> Row(string login, string number)
    {
        var page = await (await town.At(login)).Get("/api/requests/queues/Mine?take=200");
        return page.Json<Slice<RequestRow>>().Rows.SingleOrDefault(r => r.Number == number);
    }
}
