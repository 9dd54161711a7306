using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Suiying.Testing;

namespace Suiying.Tests.Hostile;

/// <summary>One client's noise never costs another one anything, and nobody can put on another's address.</summary>
public sealed class ClientLimitTests(ClientLimitTests.Limited app) : IClassFixture<ClientLimitTests.Limited>
{
    private const string Proxy = "10.1.2.3";

    [Theory]
    [InlineData("POST", "/submit")]
    [InlineData("POST", "/signin")]
    [InlineData("POST", "/api/people/phone-codes")]
    [InlineData("GET", "/api/places")]
    [InlineData("GET", "/api/places/nearest")]
    [InlineData("GET", "/api/requests/search")]
    [InlineData("GET", "/public")]
    [InlineData("GET", "/public/1")]
    [InlineData("GET", "/map")]
    [InlineData("GET", "/api/map/pins")]
    [InlineData("GET", "/api/requests/nearby")]
    [InlineData("GET", "/api/outlines/county")]
    [InlineData("GET", "/open311/v2/requests.json")]
    public async Task A_client_that_asks_too_often_waits_and_another_one_does_not(string method, string path)
    {
        var (noisy, quiet) = ($"198.51.100.{1 + path.Sum(c => c) % 200}", $"203.0.113.{1 + path.Sum(c => c) % 150}");
        for (var i = 0; i < 3; i++)
            Assert.NotEqual(429, (await Send(method, path, noisy)).Response.StatusCode);

        var refused = (await Send(method, path, noisy)).Response;
        Assert.Equal(429, refused.StatusCode);
        Assert.InRange(int.Parse(refused.Headers.RetryAfter!, System.Globalization.CultureInfo.InvariantCulture), 1, 60);
        using var reader = new StreamReader(refused.Body);
        Assert.Contains("请", await reader.ReadToEndAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        Assert.NotEqual(429, (await Send(method, path, quiet)).Response.StatusCode);

        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.NotEqual(429, (await Send(method, path, noisy)).Response.StatusCode);
    }

    [Fact]
    public async Task Behind_the_named_proxy_the_clients_own_address_counts()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 4; i++)
            await Send("POST", "/submit", Proxy, "198.51.100.250");
        Assert.Equal(429, (await Send("POST", "/submit", Proxy, "198.51.100.250")).Response.StatusCode);
        Assert.NotEqual(429, (await Send("POST", "/submit", Proxy, "198.51.100.251")).Response.StatusCode);
        // What the client itself wrote stands left of what the proxy added, and is not believed.
        Assert.Equal(429, (await Send("POST", "/submit", Proxy, "192.0.2.9, 198.51.100.250")).Response.StatusCode);
    }

    [Fact]
    public async Task A_stranger_cannot_put_on_another_address()
    {
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        for (var i = 0; i < 3; i++)
            Assert.NotEqual(429, (await Send("POST", "/submit", "203.0.113.200", $"192.0.2.{i}")).Response.StatusCode);
        Assert.Equal(429, (await Send("POST", "/submit", "203.0.113.200", "192.0.2.77")).Response.StatusCode);
    }

    private Task<HttpContext> Send(string method, string path, string address, string? forwarded = null) =>
        app.Server.SendAsync(
            context =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                context.Request.Method = method;
                context.Request.Path = path;
                context.Request.Host = new HostString("localhost");
                context.Request.Scheme = "http";
                if (forwarded is not null)
                    context.Request.Headers["X-Forwarded-For"] = forwarded;
            },
            TestContext.Current.CancellationToken
        );

    public sealed class Limited : SuiyingApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            foreach (var limit in new[] { "SUIYING_POST_LIMIT", "SUIYING_SEARCH_LIMIT", "SUIYING_OPEN311_OPEN_LIMIT" })
                builder.UseSetting(limit, "3");
            builder.UseSetting("SUIYING_PROXY", $"{Proxy}, 172.16.0.0/12");
        }
    }
}
