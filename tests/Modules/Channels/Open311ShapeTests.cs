using System.Net;
using Suiying.Testing;

namespace Suiying.Tests.Channels;

/// <summary>Each answer letter for letter, in XML and in JSON.</summary>
public sealed class Open311ShapeTests(SuiyingApp app) : IClassFixture<SuiyingApp>, IDisposable
{
    private readonly Client client = new(app);

    [Fact]
    public async Task Discovery_says_where_the_door_is_and_what_it_speaks()
    {
        var xml = await client.Get("/open311/discovery.xml");
        Assert.Equal("text/xml; charset=utf-8", xml.ContentType);
        Assert.StartsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><discovery><changeset>", xml.Text, StringComparison.Ordinal);
        var endpoint = xml.Xml.Element("endpoints")!.Element("endpoint")!;
        Assert.Equal("http://localhost/open311/v2", endpoint.Element("url")!.Value);
        Assert.Equal("http://wiki.open311.org/GeoReport_v2", endpoint.Element("specification")!.Value);
        Assert.Equal(["text/xml", "application/json"], endpoint.Element("formats")!.Elements("format").Select(f => f.Value));
        var json = await client.Get("/open311/discovery.json");
        Assert.Equal("application/json; charset=utf-8", json.ContentType);
        Assert.Equal("test", json.Json.GetProperty("endpoints")[0].GetProperty("type").GetString());
    }

    [Fact]
    public async Task Services_are_the_categories_that_have_none_below_them()
    {
        var xml = await client.Get("services.xml");
        Assert.Equal("text/xml; charset=utf-8", xml.ContentType);
        Assert.Equal(
            ["010101", "010102", "020101", "030101", "040101"],
            xml.Xml.Elements("service").Select(s => s.Element("service_code")!.Value)
        );
        Assert.Contains(
            "<service><service_code>010101</service_code><service_name>路灯不亮</service_name>"
                + "<description>城市管理 / 市政设施 / 路灯不亮。例如：小区门口的路灯坏了一个多星期</description><metadata>true</metadata>"
                + "<type>realtime</type><keywords>路灯坏了,灯不亮</keywords><group>城市管理</group></service>",
            xml.Text,
            StringComparison.Ordinal
        );
        var json = await client.Get("services.json");
        Assert.StartsWith("[{\"service_code\":\"010101\",\"service_name\":\"路灯不亮\",", json.Text, StringComparison.Ordinal);
        Assert.Contains(
            "\"metadata\":true,\"type\":\"realtime\",\"keywords\":\"路灯坏了,灯不亮\",\"group\":\"城市管理\"}",
            json.Text,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_definition_tells_the_attributes_and_their_values()
    {
        var json = (await client.Get("services/010101.json")).Json;
        Assert.Equal("010101", json.GetProperty("service_code").GetString());
        var attributes = json.GetProperty("attributes").EnumerateArray().ToList();
        Assert.Equal(["PLACE", "KIND", "REPLY", "SECRET", "CONDUCT"], attributes.Select(a => a.GetProperty("code").GetString()));
        Assert.Equal([1, 2, 3, 4, 5], attributes.Select(a => a.GetProperty("order").GetInt32()));
        Assert.True(attributes[0].GetProperty("variable").GetBoolean());
        Assert.Equal("yes", attributes[2].GetProperty("values")[0].GetProperty("key").GetString());
        var xml = (await client.Get("services/010101.xml")).Xml;
        Assert.Equal("service_definition", xml.Name.ToString());
        Assert.Equal(2, xml.Element("attributes")!.Elements("attribute").ElementAt(2).Element("values")!.Elements("value").Count());
    }

    [Fact]
    public async Task A_request_that_was_handed_in_has_an_id_and_no_token()
    {
        var key = (await client.NewKey()).Secret;
        var xml = await client.Post("requests.xml", Client.Form(key));
        Assert.Equal(HttpStatusCode.OK, xml.Status);
        Assert.Equal("text/xml; charset=utf-8", xml.ContentType);
        Assert.Equal("service_requests", xml.Xml.Name.ToString());
        var request = xml.Xml.Elements("request").Single();
        Assert.Equal(["service_request_id", "service_notice", "account_id"], request.Elements().Select(e => e.Name.ToString()));
        var json = await client.Submit(key);
        Assert.Equal(System.Text.Json.JsonValueKind.String, json.Json[0].GetProperty("service_request_id").ValueKind);
        Assert.False(json.Json[0].TryGetProperty("token", out _));
    }

    [Fact]
    public async Task One_request_is_shown_letter_for_letter()
    {
        var number = await app.Request();
        var xml = await client.Get($"requests/{number}.xml");
        Assert.Equal(
            "<?xml version=\"1.0\" encoding=\"utf-8\"?><service_requests><request>"
                + $"<service_request_id>{number}</service_request_id><status>open</status><status_notes>{xml.Xml.Element("request")!.Element("status_notes")!.Value}</status_notes>"
                + "<service_name>路灯不亮</service_name><service_code>010101</service_code><description></description>"
                + "<agency_responsible></agency_responsible><service_notice />"
                + "<requested_datetime>2026-03-02T10:00:00+08:00</requested_datetime><updated_datetime>2026-03-02T10:00:00+08:00</updated_datetime>"
                + $"<expected_datetime>{xml.Xml.Element("request")!.Element("expected_datetime")!.Value}</expected_datetime>"
                + "<address>东区 东一街道</address><address_id>990102001</address_id><zipcode />"
                + "<lat>38.916</lat><long>115.522</long><media_url /></request></service_requests>",
            xml.Text
        );
        var json = await client.Get($"requests/{number}.json");
        Assert.StartsWith(
            $"[{{\"service_request_id\":\"{number}\",\"status\":\"open\",\"status_notes\":\"",
            json.Text,
            StringComparison.Ordinal
        );
        Assert.EndsWith("\"zipcode\":null,\"lat\":38.916,\"long\":115.522,\"media_url\":null}]", json.Text, StringComparison.Ordinal);
        var more = (await client.Get($"requests/{number}.json?extensions=true")).Json[0].GetProperty("extended_attributes");
        Assert.True(more.GetProperty("area_confirmed").GetBoolean());
        Assert.Equal("求助", more.GetProperty("kind").GetString());
        Assert.DoesNotContain("extended_attributes", json.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_token_is_the_id_itself()
    {
        var number = await app.Request();
        Assert.Equal($"[{{\"service_request_id\":\"{number}\",\"token\":\"{number}\"}}]", (await client.Get($"tokens/{number}.json")).Text);
        Assert.Equal(number, (await client.Get($"tokens/{number}.xml")).Xml.Element("request")!.Element("service_request_id")!.Value);
        Assert.Equal(HttpStatusCode.NotFound, (await client.Get("tokens/unknown.json")).Status);
    }

    public void Dispose() => client.Dispose();
}
