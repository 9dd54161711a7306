using System.Net;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Suiying.Testing;
using Suiying.Tests.Requests;

namespace Suiying.Tests.Channels;

/// <summary>Whatever comes to this door, it answers in its own form, and keeps nothing of what it refuses.</summary>
public sealed class Open311ErrorTests(SuiyingApp app) : IClassFixture<SuiyingApp>, IAsyncDisposable
{
    private readonly Client client = new(app);
    private readonly Town town = new(app);

    public static TheoryData<string, string> Wrong =>
        new()
        {
            { "lat", "NaN" },
            { "lat", "Infinity" },
            { "lat", "91" },
            { "lat", "38,9" },
            { "long", "-180.5" },
            { "long", "1e999" },
            { "lat", "0" },
            { "description", new string('长', 4001) },
            { "description", "铃\u0007声" },
            { "description", "空\0字" },
            { "phone", "123" },
            { "media_url", "file:///etc/passwd" },
            { "media_url", "javascript:alert(1)" },
            { "address_id", "9999" },
            { "address_string", new string('址', 201) },
            { "attribute[KIND]", "Nonsense" },
            { "attribute[REPLY]", "perhaps" },
        };

    [Theory, MemberData(nameof(Wrong))]
    public async Task A_field_that_is_wrong_is_told_by_its_name_and_nothing_is_kept(string field, string value)
    {
        var key = (await client.NewKey()).Secret;
        var before = await town.Rows();
        var reply = await client.Submit(key, (field, value));
        Assert.True(reply.Status == HttpStatusCode.BadRequest, $"{field}: {reply.Status} {reply.Text}");
        Assert.Equal("400", reply.First("code"));
        Assert.NotEqual("", reply.First("description"));
        Assert.Equal(before, await town.Rows());
    }

    [Fact]
    public async Task What_is_missing_is_told_by_its_name()
    {
        var key = (await client.NewKey()).Secret;
        Assert.Contains("service_code", (await client.Submit(key, ("service_code", ""))).First("description"), StringComparison.Ordinal);
        var nowhere = await client.Submit(key, ("lat", ""), ("long", ""), ("address_string", ""));
        Assert.Equal(HttpStatusCode.BadRequest, nowhere.Status);
        Assert.Contains("address_string", nowhere.First("description"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Submit(key, ("long", ""))).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.Submit(key, ("lat", ""), ("long", ""))).Status);
        Assert.Equal(
            HttpStatusCode.OK,
            (await client.Submit(key, ("lat", ""), ("long", ""), ("address_string", ""), ("address_id", "990102001"))).Status
        );
        Assert.Equal(HttpStatusCode.OK, (await client.Submit(key, ("description", ""))).Status);
    }

    [Fact]
    public async Task Keys_jurisdictions_and_services_that_are_wrong_are_told_as_the_specification_says()
    {
        var key = (await client.NewKey()).Secret;
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Submit("")).Status);
        Assert.Equal("403", (await client.Submit("sy_wrong")).First("code"));
        var xml = await client.Post("requests.xml", Client.Form("sy_wrong"));
        Assert.StartsWith(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><errors><error><code>403</code><description>api_key：",
            xml.Text,
            StringComparison.Ordinal
        );
        Assert.Equal(HttpStatusCode.Forbidden, (await client.Get("requests.json?api_key=sy_wrong")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Submit(key, ("service_code", "999999"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Submit(key, ("service_code", "01"))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Submit(key, ("jurisdiction_id", "elsewhere"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.Submit(key, ("jurisdiction_id", "9901"))).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.Get("services.json?jurisdiction_id=9901")).Status);
        foreach (
            var path in new[]
            {
                "services.json",
                "services/010101.json",
                "requests.json",
                "/open311/discovery.json",
                "servicerequestupdates.json",
            }
        )
            Assert.Equal(HttpStatusCode.NotFound, (await client.Get($"{path}?jurisdiction_id=elsewhere")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Get("services/999999.json")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Get("requests/20260302.json")).Status);
        // Somebody else answers for 北坡村.
        Assert.Equal(HttpStatusCode.BadRequest, (await client.Submit(key, ("lat", "39.053"), ("long", "115.503"))).Status);
    }

    [Theory]
    [InlineData("services.html")]
    [InlineData("services")]
    [InlineData("services.JSON")]
    [InlineData("nothing.xml")]
    [InlineData("/open311/v3/services.xml")]
    [InlineData("requests/..%2f..%2fetc%2fpasswd.xml")]
    public async Task An_address_behind_which_there_is_nothing_answers_with_an_error_of_this_door(string path)
    {
        var reply = await client.Get(path);
        Assert.Equal(HttpStatusCode.NotFound, reply.Status);
        Assert.Equal("404", reply.Xml.Element("error")!.Element("code")!.Value);
        Assert.Equal("404", (await client.Send(HttpMethod.Delete, "requests.json")).First("code"));
    }

    [Fact]
    public async Task What_is_no_form_is_refused_in_the_form_that_was_asked_for()
    {
        var key = (await client.NewKey()).Secret;
        var before = await town.Rows();
        async Task Refused(byte[] body, string type, HttpStatusCode status = HttpStatusCode.BadRequest)
        {
            var reply = await client.PostRaw("requests.json", body, type);
            Assert.True(reply.Status == status, $"{type}: {reply.Status} {reply.Text}");
            Assert.Equal($"{(int)status}", reply.First("code"));
        }
        const string Form = "application/x-www-form-urlencoded";
        byte[] Body(string more) => Encoding.UTF8.GetBytes($"api_key={key}&service_code=010101&address_string=a&{more}");
        await Refused([.. Body("description="), 0xC4, 0xE3, 0xBA, 0xC3], Form);
        await Refused(Body("description=%C4%E3%BA%C3%C4%E3"), Form);
        await Refused(Body("description=%ED%A0%80abc"), Form);
        await Refused(Body("description=abcde"), Form + "; charset=gb18030");
        await Refused(Body("service_code=030101&description=abcde"), Form);
        await Refused(Body("description=" + new string('a', 10 * 1024 * 1024)), Form, HttpStatusCode.RequestEntityTooLarge);
        await Refused("{}"u8.ToArray(), "application/json");
        await Refused("<!DOCTYPE a [<!ENTITY b SYSTEM 'file:///etc/passwd'>]><a>&b;</a>"u8.ToArray(), "text/xml");
        await Refused("x"u8.ToArray(), "multipart/form-data");
        await Refused("--b\r\nContent-Disposition: form-data; name=\"api_key\"\r\n\r\nabc"u8.ToArray(), "multipart/form-data; boundary=b");
        await Refused(
            [.. "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n"u8, 0xFF, .. "\r\n--b--\r\n"u8],
            "multipart/form-data; boundary=b"
        );
        Assert.Equal(before, await town.Rows());
    }

    [Fact]
    public async Task Hostile_text_is_kept_and_told_as_text()
    {
        const string Hostile = "');DROP TABLE requests_requests;-- <script>alert('1')</script> ]]> &lt; ${7*7} \U00020BB7 👨‍👩‍👧";
        var key = (await client.NewKey()).Secret;
        var number = await client.Submitted(
            key,
            ("description", Hostile),
            ("address_string", "<b>门</b>"),
            ("last_name", "<i>"),
            ("evil", Hostile)
        );
        Assert.Equal(Hostile, (await client.Get($"requests/{number}.json?api_key={key}")).First("description"));
        var xml = await client.Get($"requests/{number}.xml?api_key={key}");
        Assert.Equal(Hostile, xml.Xml.Element("request")!.Element("description")!.Value);
        Assert.DoesNotContain("<script>", xml.Text, StringComparison.Ordinal);
        Assert.Equal("<b>门</b>", xml.Xml.Element("request")!.Element("address")!.Value);
    }

    [Fact]
    public void Characters_that_XML_cannot_hold_are_left_out() =>
        Assert.Equal("a\tb\U00020BB7c", Suiying.Channels.Model.AnswerText.Clean("a\t\u0001b\uFFFE\U00020BB7\uD800c\0"));

    public ValueTask DisposeAsync()
    {
        client.Dispose();
        return ValueTask.CompletedTask;
    }
}

/// <summary>A host that allows few calls.</summary>
public sealed class NarrowApp : SuiyingApp
{
    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SUIYING_OPEN311_KEY_LIMIT", "5");
        builder.UseSetting("SUIYING_OPEN311_OPEN_LIMIT", "3");
    }
}

public sealed class Open311LimitTests(NarrowApp app) : IClassFixture<NarrowApp>
{
    [Fact]
    public async Task Who_calls_too_often_is_told_when_to_come_back()
    {
        using var client = new Client(app);
        var (key, other) = ((await client.NewKey()).Secret, (await client.NewKey()).Secret);
        for (var i = 0; i < 3; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.Get("services.json")).Status);
        var refused = await client.Get("services.xml");
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Status);
        Assert.Equal("429", refused.Xml.Element("error")!.Element("code")!.Value);
        Assert.InRange(int.Parse(refused.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        // A key has a count of its own; a wrong one counts for the address.
        for (var i = 0; i < 5; i++)
            Assert.Equal(HttpStatusCode.OK, (await client.Get($"services.json?api_key={key}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.Submit(key)).Status);
        Assert.Equal(HttpStatusCode.OK, (await client.Get($"services.json?api_key={other}")).Status);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await client.Get("services.json?api_key=wrong")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(HttpStatusCode.OK, (await client.Get("services.json")).Status);
    }
}
