using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Suiying.Testing;

namespace Suiying.Tests.Hostile;

/// <summary>Development signs in without a password: nobody from another machine does so, by whatever way.</summary>
public sealed class LoopbackOnlyTests(LoopbackOnlyTests.Proxied app) : IClassFixture<LoopbackOnlyTests.Proxied>
{
    private const string Outside = "198.51.100.20";

    [Theory]
    [InlineData("127.0.0.1", null, true)]
    [InlineData("::1", null, true)]
    // Somebody at the machine, through its proxy.
    [InlineData("127.0.0.1", "127.0.0.1", true)]
    [InlineData(Outside, null, false)]
    // Through the named proxy on this machine: the client counts, not the proxy.
    [InlineData("127.0.0.1", Outside, false)]
    [InlineData("127.0.0.1", "127.0.0.1, " + Outside, false)]
    // Through one that nobody named.
    [InlineData("::1", "127.0.0.1", false)]
    public async Task Only_this_machine_is_let_in(string address, string? forwarded, bool here)
    {
        foreach (var path in new[] { "/signin/demo", "/my" })
        {
            var answer = await app.Server.SendAsync(
                context =>
                {
                    context.Connection.RemoteIpAddress = IPAddress.Parse(address);
                    context.Request.Method = "POST";
                    context.Request.Path = path;
                    context.Request.Host = new HostString("localhost");
                    context.Request.Scheme = "http";
                    if (forwarded is not null)
                        context.Request.Headers["X-Forwarded-For"] = forwarded;
                },
                TestContext.Current.CancellationToken
            );
            using var reader = new StreamReader(answer.Response.Body);
            var text = await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
            // From here the form is only asked for its token.
            Assert.Equal(here, answer.Response.StatusCode != 403);
            Assert.Equal(here, !text.Contains("只对本机开放", StringComparison.Ordinal));
        }
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
