using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using Parquet.Serialization;
using Suiying.Contracts.Requests;
using Suiying.OpenCity.Features;
using Suiying.OpenCity.Model;
using Suiying.Testing;

namespace Suiying.Tests.OpenCity;

/// <summary>公开的城市 through its pages and files: what is counted, what is hidden, and who may publish again.</summary>
public sealed class OpenCityTests(OpenCityTests.Town app) : IClassFixture<OpenCityTests.Town>
{
    private const string Lamps = "010101";
    private const string Water = "030101";
    private const string Willows = "990102001001";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_month_that_is_over_is_shown_with_its_small_numbers_hidden()
    {
        using var visitor = app.Visitor();
        var page = await visitor.Get("/open?month=2026-03");
        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Contains("2026-03 的数", page.Says(), StringComparison.Ordinal);
        // 12 lamps and 11 times water in the east, 3 lamps in the west, one report that is in no number.
        Assert.Contains("收到26件", page.Says(), StringComparison.Ordinal);
        // 3 in the west are hidden, and so is the east, from which 26 would tell them.
        Assert.Equal(
            ["—", "—"],
            page.All("table[class=table] tbody tr")
                .Where(r => r.QuerySelector("th a")?.TextContent is "东区" or "西县")
                .Select(r => r.Children[1].TextContent)
                .Take(2)
        );
        var east = await visitor.Get("/open/areas/990102?month=2026-03");
        Assert.Contains("收到—", east.Says(), StringComparison.Ordinal);
        Assert.Equal("/open?month=2026-03", east.Find("a.back").GetAttribute("href"));
        var lamps = await visitor.Get("/open/categories/0101?month=2026-03");
        Assert.Contains("路灯不亮 15", lamps.Says(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/open?month=2025-01")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/open/areas/000000")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/open/categories/01?month=soon")).Status);
    }

    [Fact]
    public async Task Answers_of_one_request_are_told_only_with_a_text_that_a_person_approved()
    {
        using var visitor = app.Visitor();
        Assert.DoesNotContain("说解决了吗", (await visitor.Get("/public")).Says(), StringComparison.Ordinal);
        // Together they are told: 12 people of 12 said that it was solved.
        var figures = (
            await visitor.Get($"{OpenAddress.Figures}.json?month=2026-03&area={app.City.City.Code}&category=")
        ).Json<Published>();
        Assert.Equal((12, 100, 100), (figures.Rows[0].Asked, figures.Rows[0].Solved_percent, figures.Rows[0].Satisfied_percent));
    }

    [Fact]
    public async Task The_same_numbers_come_as_JSON_CSV_and_Parquet_and_are_asked_for_again_only_when_they_change()
    {
        using var visitor = app.Visitor();
        const string Address = "/api/open/v1/figures";
        var json = (await visitor.Get($"{Address}.json?month=2026-03")).Json<Published>();
        Assert.Equal("10", json.Smallest_published);
        var csv = (await visitor.Get($"{Address}.csv?month=2026-03"))
            .Text.TrimStart('\ufeff')
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(json.Rows.Count + 1, csv.Length);
        using var answer = await visitor.Client.GetAsync(new Uri($"{Address}.parquet?month=2026-03", UriKind.Relative), Ct);
        Assert.Equal("public, max-age=300", answer.Headers.CacheControl!.ToString());
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct));
        var rows = (await ParquetSerializer.DeserializeUntypedAsync(file, cancellationToken: Ct)).Data;
        Assert.Equal(
            json.Rows.Select(r => (r.Area, r.Category, r.Received)),
            rows.Select(r => ((string)r["area"]!, (string)r["category"]!, (int?)(long?)r.GetValueOrDefault("received")))
        );

        using var again = new HttpRequestMessage(HttpMethod.Get, $"{Address}.parquet?month=2026-03");
        again.Headers.IfNoneMatch.Add(EntityTagHeaderValue.Parse(answer.Headers.ETag!.Tag));
        using var same = await visitor.Client.SendAsync(again, Ct);
        Assert.Equal(HttpStatusCode.NotModified, same.StatusCode);
        Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get($"{Address}.csv?month=March")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get($"{Address}.csv?month=2025-01")).Status);
        Assert.Contains("2026-03", (await visitor.Get("/api/open/v1/months.json")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_public_request_of_a_month_can_be_had_in_bulk()
    {
        using var visitor = app.Visitor();
        var csv = await visitor.Get("/open311/v2/bulk/2026-03.csv");
        // A head and 26 requests, and the report is none of them.
        Assert.Equal(27, csv.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries).Length);
        var json = await visitor.Get("/open311/v2/bulk/2026-03.json");
        Assert.Equal(26, json.Json<List<Dictionary<string, object?>>>().Count);
        using var answer = await visitor.Client.GetAsync(new Uri("/open311/v2/bulk/2026-03.parquet", UriKind.Relative), Ct);
        using var file = new MemoryStream(await answer.Content.ReadAsByteArrayAsync(Ct));
        var rows = (await ParquetSerializer.DeserializeUntypedAsync(file, cancellationToken: Ct)).Data;
        Assert.Equal(26, rows.Count);
        Assert.IsType<double>(rows[0]["lat"]);
        // No month, and months beside which the calendar has none.
        foreach (var wrong in new[] { "March", "0001-01", "9999-12" })
            Assert.Equal(HttpStatusCode.BadRequest, (await visitor.Get($"/open311/v2/bulk/{wrong}.csv")).Status);
    }

    [Fact]
    public async Task Only_the_widget_may_stand_in_a_frame()
    {
        using var visitor = app.Visitor();
        async Task<string> Policy(string path)
        {
            using var answer = await visitor.Client.GetAsync(new Uri(path, UriKind.Relative), Ct);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            return string.Join(" | ", answer.Headers.GetValues("Content-Security-Policy"));
        }
        // All policies hold at once: there is one only.
        Assert.DoesNotContain("|", await Policy("/open/widget"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors *", await Policy("/open/widget"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors *", await Policy("/open/widget?area=990102&show=trend"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", await Policy("/open"), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", await Policy("/open/data"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await visitor.Get("/open/widget?area=000000")).Status);
    }

    [Fact]
    public async Task A_month_is_published_again_only_by_the_hotline_with_a_reason_that_everybody_sees()
    {
        using var visitor = app.Visitor();
        Assert.Contains("signin", (await visitor.Get(OpenAddress.Desk)).Address.AbsolutePath, StringComparison.Ordinal);
        using var agent = await app.SignIn("agent");
        Assert.Equal(HttpStatusCode.Forbidden, (await agent.Get(OpenAddress.Desk)).Status);
        using var supervisor = await app.SignIn("supervisor");
        var desk = await supervisor.Get(OpenAddress.Desk);
        var refused = await desk.Submit("main form", ("month", "2026-04 1"), ("reason", "错"));
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains("5 至 300 个字", refused.Says(), StringComparison.Ordinal);
        var nowhen = await desk.Submit("main form", ("month", "9999-12 1"), ("reason", "补录了四月的纸质来信。"));
        Assert.Equal(HttpStatusCode.BadRequest, nowhen.Status);
        Assert.Equal("/open?month=2026-05", desk.Find("tbody th a").GetAttribute("href"));
        var done = await desk.Submit("main form", ("month", "2026-04 1"), ("reason", "补录了四月的纸质来信。"));
        Assert.Contains("2026-04 已重新公开", done.Says(), StringComparison.Ordinal);
        // From a page that is no longer true.
        Assert.Equal(
            HttpStatusCode.Conflict,
            (await desk.Submit("main form", ("month", "2026-04 1"), ("reason", "再来一次看看。"))).Status
        );
        Assert.Contains("补录了四月的纸质来信", (await visitor.Get("/open?month=2026-04")).Says(), StringComparison.Ordinal);
        var leader = await app.Use<PublishMonth, Outcome<OpenMonth>>(p =>
            p.Run(new PublishMonth.Command { Month = new DateOnly(2026, 3, 1) }, Actor.Visitor, Ct)
        );
        Assert.IsType<NotAllowed>(leader.Refusal);
    }

    [Fact]
    public async Task What_was_loaded_into_a_month_is_published_with_it()
    {
        using var visitor = app.Visitor();
        await app.Load(new DateTimeOffset(2026, 5, 3, 0, 0, 0, TimeSpan.FromHours(8)));
        Assert.Equal(1, await app.Use<PublishMonth, int>(p => p.Due(Actor.System, Ct)));
        Assert.Equal(0, await app.Use<PublishMonth, int>(p => p.Due(Actor.System, Ct)));
        var page = await visitor.Get("/open?month=2026-05");
        Assert.Contains("载入了历史诉求", page.Says(), StringComparison.Ordinal);
    }

    /// <summary>A town of which three months are over.</summary>
    public sealed class Town : SuiyingApp
    {
        public override async ValueTask InitializeAsync()
        {
            await base.InitializeAsync();
            for (var i = 0; i < 12; i++)
                await Given.Callback(await Given.ReviewedRequest(intake: Filed(Lamps, Willows)));
            for (var i = 0; i < 11; i++)
                await Given.Request(Filed(Water, Willows), $"1380000{i:D4}");
            for (var i = 0; i < 3; i++)
                await Given.Request(Filed(Lamps, "990103100201"), $"1390000{i:D4}");
            await Given.Request(Filed(Lamps, Willows) with { Type = RequestType.Report });
            foreach (var _ in new[] { 4, 5 })
            {
                Clock.Advance(TimeSpan.FromDays(31));
                await Given.Request(Filed(Lamps, Willows));
            }
            Clock.Advance(TimeSpan.FromDays(31));
            await this.Use<PublishMonth, int>(p => p.Due(Actor.System, CancellationToken.None));
        }

        /// <summary>Tells that requests were loaded, as a load does.</summary>
        public async Task Load(DateTimeOffset at)
        {
            await this.Use<Suiying.Requests.Storage.RequestsDb, int>(async db =>
            {
                await db.Write(
                    async () =>
                    {
                        Services.GetRequiredService<Kernel.Events.Outbox>().Add(db, new RequestsLoaded { From = at, Until = at });
                        return await db.SaveChangesAsync();
                    },
                    CancellationToken.None
                );
                return 0;
            });
            await Drain();
        }

        private Suiying.Requests.Model.Intake Filed(string category, string area) =>
            Given.Intake() with
            {
                Category = category,
                Where = new Suiying.Requests.Model.PlaceOfMatter { Area = area, Confirmed = true },
            };
    }

    private sealed record Published(string Smallest_published, IReadOnlyList<Line> Rows);

    private sealed record Line(string Area, string Category, int? Received, int? Asked, int? Solved_percent, int? Satisfied_percent);
}
