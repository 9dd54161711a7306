using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Suiying.Testing;

namespace Suiying.Tests.Hostile;

/// <summary>Development signs in without a password: nobody from another machine reaches it, by whatever way.</summary>
public sealed class LoopbackOnlyTests(LoopbackOnlyTests.Proxied app) : IClassFixture<LoopbackOnlyTests.Proxied>
{
    private const string Outside = "198.51.100.20";

    [Theory]
    [InlineData("127.0.0.1", null, 200)]
    [InlineData("::1", null, 200)]
    // Somebody at the machine, through its proxy.
    [InlineData("127.0.0.1", "127.0.0.1", 200)]
    [InlineData(Outside, null, 403)]
    // Through the named proxy on this machine: the client counts, not the proxy.
    [InlineData("127.0.0.1", Outside, 403)]
    [InlineData("127.0.0.1", "127.0.0.1, " + Outside, 403)]
    // Through one that nobody named.
    [InlineData("::1", "127.0.0.1", 403)]
    public async Task Only_this_machine_is_let_in(string address, string? forwarded, int status)
    {
        var answer = await app.Server.SendAsync(
            context =>
            {
                context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                context.Request.Method = "GET";
                context.Request.Path = "/signin";
                context.Request.Host = new HostString("localhost");
                context.Request.Scheme = "http";
                if (forwarded is not null)
                    context.Request.Headers["X-Forwarded-For"] = forwarded;
            },
            TestContext.Current.CancellationToken
        );
        Assert.Equal(status, answer.Response.StatusCode);
        using var reader = new StreamReader(answer.Response.Body);
        var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
        Assert.Equal(status == 403, text.Contains("只对本机开放", StringComparison.Ordinal));
    }

    public sealed class Proxied : SuiyingApp
    {
        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("SUIYING_PROXY", "127.0.0.1");
        }
    }
}
