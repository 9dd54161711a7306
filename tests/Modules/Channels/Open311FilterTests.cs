using System.Net;
using Suiying.Requests.Model;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Channels;

public sealed class Open311FilterTests(SuiyingApp app) : IClassFixture<SuiyingApp>, IAsyncDisposable
{
    private readonly Client client = new(app);
    private readonly Town town = new(app);

    [Fact]
    public async Task Ids_come_before_every_other_filter()
    {
        var (first, second, third) = (await app.Request(), await app.Request(), await app.Request());
        var both = await client.Get($"requests.json?service_request_id={first},{third}&status=closed&service_code=030101");
        Assert.Equal([third, first], both.Ids);
        Assert.Equal([second, first], (await client.Get($"requests.json?service_request_id={first}&service_request_id={second}")).Ids);
        Assert.Equal([first], (await client.Get($"requests.json?service_request_id={first},unknown")).Ids);
    }

    [Fact]
    public async Task Services_and_status_filter()
    {
        var lamp = app.Given.Intake();
        var (open, water) = (await app.Request(), await app.Request(lamp with { Category = "030101" }));
        var closed = await town.In(RequestState.Closed);
        Assert.Contains(water, (await client.Get("requests.json?service_code=030101")).Ids);
        Assert.DoesNotContain(open, (await client.Get("requests.json?service_code=030101")).Ids);
        var two = (await client.Get("requests.json?service_code=030101,010101")).Ids;
        Assert.True(two.Contains(water) && two.Contains(open));
        var ended = (await client.Get("requests.json?status=closed")).Ids;
        Assert.True(ended.Contains(closed) && !ended.Contains(open));
        var running = (await client.Get("requests.json?status=open")).Ids;
        Assert.True(running.Contains(open) && !running.Contains(closed));
        var all = (await client.Get("requests.json?status=open,closed")).Ids;
        Assert.True(all.Contains(open) && all.Contains(closed));
        // A parameter without a value is as none.
        Assert.Equal(all.Order(), (await client.Get("requests.json?status=&service_code=&start_date=&jurisdiction_id=")).Ids.Order());
    }

    [Fact]
    public async Task A_span_of_days_means_both_its_ends()
    {
        app.Clock.Advance(TimeSpan.FromHours(1));
        var at = app.Now.ToOffset(TimeSpan.FromHours(8));
        var number = await app.Request();
        string Text(DateTimeOffset time) =>
            Uri.EscapeDataString(time.ToString("yyyy-MM-ddTHH:mm:sszzz", System.Globalization.CultureInfo.InvariantCulture));
        Assert.Contains(number, (await client.Get($"requests.json?start_date={Text(at)}&end_date={Text(at)}")).Ids);
        Assert.DoesNotContain(number, (await client.Get($"requests.json?start_date={Text(at.AddSeconds(1))}")).Ids);
        Assert.DoesNotContain(number, (await client.Get($"requests.json?end_date={Text(at.AddSeconds(-1))}")).Ids);
        Assert.Contains(number, (await client.Get($"requests.json?start_date={at.UtcDateTime:yyyy-MM-ddTHH:mm:ssZ}")).Ids);
        // A plus sign that nobody escaped.
        Assert.Contains(number, (await client.Get($"requests.json?start_date={at:yyyy-MM-ddTHH:mm:ss}+08:00")).Ids);
        app.Clock.Advance(TimeSpan.FromDays(91));
        Assert.DoesNotContain(number, (await client.Get("requests.json")).Ids);
        Assert.Contains(number, (await client.Get($"requests.json?start_date={Text(at)}")).Ids);
    }

    [Fact]
    public async Task Pages_walk_from_the_newest_on_without_losing_one()
    {
        for (var i = 0; i < 5; i++)
            await app.Request();
        var all = (await client.Get("requests.json")).Ids;
        var walked = new List<string>();
        for (var page = 1; walked.Count < all.Count; page++)
        {
            var ids = (await client.Get($"requests.json?page={page}&page_size=2")).Ids;
            Assert.InRange(ids.Count, 1, 2);
            walked.AddRange(ids);
        }
        Assert.Equal(all, walked);
        Assert.Equal("[]", (await client.Get("requests.json?page=999999999&page_size=1000")).Text);
        Assert.Equal(all, (await client.Get("requests.json?page_size=999999")).Ids);
        Assert.Equal("service_requests", (await client.Get("requests.xml?page=4000")).Xml.Name.ToString());
    }

    [Theory]
    [InlineData("start_date=yesterday")]
    [InlineData("start_date=2026-03-02T10:00:00")]
    [InlineData("start_date=2026-03-02")]
    [InlineData("start_date=0001-01-01T00:00:00Z")]
    [InlineData("end_date=9999-12-31T23:59:59Z")]
    [InlineData("start_date=2026-01-01T00:00:00Z&end_date=2026-04-02T00:00:00Z")]
    [InlineData("start_date=2026-03-02T00:00:00Z&end_date=2026-03-01T00:00:00Z")]
    [InlineData("start_date=2026-03-02T00:00:00Z&start_date=2026-03-01T00:00:00Z")]
    [InlineData("status=fixed")]
    [InlineData("service_code=999999")]
    [InlineData("page=0")]
    [InlineData("page=-1")]
    [InlineData("page=many")]
    [InlineData("page=99999999999999999999")]
    [InlineData("page_size=0")]
    [InlineData("service_request_id=%FF")]
    [InlineData("service_request_id=a%00b")]
    public async Task A_filter_that_makes_no_sense_is_refused(string query)
    {
        foreach (var format in new[] { "json", "xml" })
        {
            var reply = await client.Get($"requests.{format}?{query}");
            Assert.True(reply.Status == HttpStatusCode.BadRequest, $"{query}: {reply.Status} {reply.Text}");
            var code = format == "json" ? reply.First("code") : reply.Xml.Element("error")!.Element("code")!.Value;
            Assert.Equal("400", code);
        }
    }

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}
