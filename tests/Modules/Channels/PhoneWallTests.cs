using System.Globalization;
using System.Net;
using Suiying.Channels.Features;
using Suiying.Channels.Model.Phone;
using Suiying.Contracts.Channels;
using Suiying.Testing;

namespace Suiying.Tests.Channels;

/// <summary>The wall, the rows behind it and the forecast, through the pages.</summary>
public sealed class PhoneWallTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private const string Form = "main form:has(input[name=recordings])";

    [Fact]
    public async Task The_wall_counts_what_the_exchange_told_and_every_figure_has_its_rows()
    {
        app.Clock.Advance(TimeSpan.FromDays(3));
        using var exchange = await Exchange.Connect(app);
        await Call(exchange, "w1", wait: 5, talk: 120);
        await Call(exchange, "w2", wait: 40, talk: 60);
        await GiveUp(exchange, "w3", after: 30);
        await GiveUp(exchange, "w4", after: 3);
        await exchange.Tell(CallEventKind.Busy, "w5");
        await exchange.Tell(CallEventKind.Queued, "w6", ago: 20);
        var supervisor = await app.Given.Staff("supervisor");
        var wall = (await app.Use<ReadWall, Outcome<PhoneWall>>(read => read.Run(new ReadWall.Query(), supervisor, default))).Value;
        Assert.Equal((1, TimeSpan.FromSeconds(20)), (wall.Waiting, wall.LongestWait!.Value));
        Assert.Equal(2 / 3.0, wall.Last24Hours.ConnectRate);
        Assert.Equal(0.5, wall.Last24Hours.ServiceLevel);
        Assert.Equal((4, 1, 1), (wall.Today.Offered, wall.Today.Short, wall.Today.Busy));
        Assert.Equal(wall.Last24Hours.ConnectRate, wall.Curve[^1].ConnectRate);
        Assert.Null(wall.Curve[0].ConnectRate);

        using var browser = await app.SignIn("supervisor");
        var page = (await browser.Get("/desk/wall")).Says("main");
        Assert.Contains("接通率 66.6% 2/3，应不低于95%", page, StringComparison.Ordinal);
        Assert.Contains("15秒接听率 50.0%", page, StringComparison.Ordinal);
        Assert.Contains("占线率 20.0%", page, StringComparison.Ordinal);
        foreach (
            var (of, count) in new[]
            {
                ("all", 6),
                ("answered", 2),
                ("late", 1),
                ("abandoned", 1),
                ("short", 1),
                ("busy", 1),
                ("waiting", 1),
            }
        )
            Assert.Equal(count, (await browser.Get($"/desk/calls?of={of}")).All("main tbody tr").Count);
        var csv = await browser.Get("/desk/calls.csv?of=late");
        Assert.Contains("40,60,", csv.Text, StringComparison.Ordinal);
        Assert.Equal(2, csv.Text.Trim().Split('\n').Length);
    }

    [Fact]
    public async Task Seats_are_counted_while_their_page_is_open_and_utilisation_is_of_ready_time()
    {
        app.Clock.Advance(TimeSpan.FromDays(5));
        using var exchange = await Exchange.Connect(app);
        var agent = await app.Given.Staff("agent");
        await Seat(agent, SeatState.Ready);
        app.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.Equal(SeatState.Ready, (await exchange.PanelOf("agent")).Seat);
        Assert.Equal(1, (await Wall()).Ready);
        await Seat(agent, SeatState.Break);
        var wall = await Wall();
        Assert.Equal((0, 1, 0.0), (wall.Ready, wall.AtBreak, wall.Utilisation));
        // A seat whose page is gone is none.
        app.Clock.Advance(Suiying.Channels.Model.Phone.Seat.Lost + TimeSpan.FromSeconds(1));
        Assert.Equal(0, (await Wall()).AtBreak);
        var cleared = (
            await app.Use<ClearCalls, Outcome<ClearCalls.Cleared>>(clear => clear.Run(new ClearCalls.Command(), Actor.System, default))
        ).Value;
        Assert.Equal(1, cleared.Seats);
        Assert.Equal(SeatState.Away, (await exchange.PanelOf("agent")).Seat);
    }

    [Fact]
    public async Task The_forecast_takes_the_last_days_of_its_kind()
    {
        await using var fresh = new SuiyingApp();
        await fresh.InitializeAsync();
        using var exchange = await Exchange.Connect(fresh);
        for (var week = 0; week < 2; week++)
        {
            for (var i = 0; i < 3; i++)
                await Call(exchange, $"s{week}-{i}", wait: 5, talk: 175);
            fresh.Clock.Advance(TimeSpan.FromDays(7));
        }
        var day = fresh.City.Calendar.DateOf(fresh.Now);
        using var browser = await fresh.SignIn("supervisor");
        var page = await browser.Get($"/desk/seats?day={day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        // They asked for somebody three minutes ago.
        var local = TimeZoneInfo.ConvertTime(fresh.Now.AddMinutes(-3), fresh.City.Calendar.Zone);
        var bin = page.All("main .page > .scroll tbody tr")[(int)(local.TimeOfDay / SeatForecast.Bin)];
        Assert.Contains("3.0", bin.TextContent, StringComparison.Ordinal);
        var tomorrow = await browser.Get($"/desk/seats?day={day.AddDays(400).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)}");
        Assert.Contains("只能预测前后31天", tomorrow.Says("main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/desk/wall", "agent supervisor leader")]
    [InlineData("/desk/seats", "agent supervisor leader")]
    [InlineData("/desk/calls", "supervisor leader")]
    [InlineData("/desk/calls.csv", "supervisor leader")]
    [InlineData("/admin/exchanges", "secadmin auditadmin")]
    public async Task Each_page_opens_for_those_whose_work_it_is(string path, string allowed)
    {
        foreach (var login in new[] { "agent", "dispatcher", "supervisor", "leader", "east1", "sysadmin", "secadmin", "auditadmin" })
        {
            using var browser = await app.SignIn(login);
            Assert.True((await browser.Get(path)).IsSuccess == allowed.Split(' ').Contains(login), $"{login} {path}");
        }
        using var visitor = app.Visitor();
        Assert.DoesNotContain(path, (await visitor.Get(path)).Address.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_security_administrator_connects_an_exchange_and_its_secret_is_shown_once()
    {
        using var security = await app.SignIn("secadmin");
        var bad = await (await security.Get("/admin/exchanges")).Submit(Form, ("name", ""), ("recordings", "ftp://x"));
        Assert.Equal(HttpStatusCode.BadRequest, bad.Status);
        Assert.Contains("请写明是哪个话务平台", bad.Text, StringComparison.Ordinal);
        Assert.Contains("应是完整网址", bad.Text, StringComparison.Ordinal);
        var given = await (await security.Get("/admin/exchanges")).Submit(
            Form,
            ("name", "示例话务平台一号"),
            ("recordings", "https://rec.example/a")
        );
        var secret = given.Says("#secret").Trim();
        Assert.StartsWith("whsec_", secret, StringComparison.Ordinal);
        var page = await security.Get("/admin/exchanges");
        Assert.DoesNotContain(secret, page.Text, StringComparison.Ordinal);
        Assert.Empty(await Requests.Traces.Of(app, secret[6..]));
        Assert.Contains("示例话务平台一号", page.Text, StringComparison.Ordinal);
        using var audit = await app.SignIn("auditadmin");
        Assert.Empty((await audit.Get("/admin/exchanges")).All("main form"));
    }

    [Fact]
    public async Task A_demo_has_weeks_of_calls_once()
    {
        await using var fresh = new SuiyingApp();
        await fresh.InitializeAsync();
        var made = (
            await fresh.Use<FillCalls, Outcome<FillCalls.Filled>>(fill => fill.Run(new FillCalls.Command(), Actor.System, default))
        ).Value;
        Assert.InRange(made.Calls, 5000, 9000);
        Assert.Equal(
            0,
            (await fresh.Use<FillCalls, Outcome<FillCalls.Filled>>(fill => fill.Run(new FillCalls.Command(), Actor.System, default)))
                .Value
                .Calls
        );
        var by = await fresh.Given.Staff("leader");
        var day = fresh.City.Calendar.DateOf(fresh.Now);
        var forecast = (
            await fresh.Use<ForecastSeats, Outcome<SeatForecast>>(f => f.Run(new ForecastSeats.Query { Day = day }, by, default))
        ).Value;
        // Two of the four Mondays before were a holiday.
        Assert.Equal(2, forecast.From.Count);
        Assert.InRange(forecast.MostSeats, 3, 15);
    }

    private static async Task Call(Exchange exchange, string call, int wait, int talk)
    {
        await exchange.Tell(CallEventKind.Queued, call, ago: wait + talk);
        await exchange.Tell(CallEventKind.Answered, call, "agent2", "13800003331", ago: talk);
        await exchange.Tell(CallEventKind.Ended, call);
    }

    private static async Task GiveUp(Exchange exchange, string call, int after)
    {
        await exchange.Tell(CallEventKind.Queued, call, ago: after);
        await exchange.Tell(CallEventKind.Ended, call);
    }

    private async Task Seat(Actor by, SeatState state) =>
        Assert.True((await app.Use<IPhoneDesk, Outcome<Done>>(phone => phone.SetSeat(state, by, default))).Ok(out _, out _));

    private async Task<PhoneWall> Wall()
    {
        var by = await app.Given.Staff("leader");
        return (await app.Use<ReadWall, Outcome<PhoneWall>>(read => read.Run(new ReadWall.Query(), by, default))).Value;
    }
}
