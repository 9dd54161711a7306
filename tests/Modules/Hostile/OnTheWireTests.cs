using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Testing;

namespace Suiying.Tests.Hostile;

/// <summary>The real server on a port of this machine, spoken to byte by byte. It goes on answering others meanwhile.</summary>
public sealed class OnTheWireTests(OnTheWireTests.Wired app) : IClassFixture<OnTheWireTests.Wired>
{
    private const string Head = "POST /submit HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/x-www-form-urlencoded\r\n";

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Head + "Content-Length: 3\r\nConnection: close\r\n\r\ntext=longer than declared")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\nZZZ\r\nnot a length\r\n")]
    [InlineData(Head + "Transfer-Encoding: chunked\r\n\r\nFFFFFFFFFFFFFFFF\r\nx")]
    [InlineData(Head + "Content-Length: -5\r\n\r\n")]
    [InlineData(Head + "Content-Length: 5\r\nContent-Length: 6\r\n\r\nabcde")]
    [InlineData(Head + "Content-Length: 99999999999999\r\n\r\nx")]
    [InlineData("GET / HTTP/1.1\r\n\r\n")]
    [InlineData("GET /%00%ff%fe HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n")]
    [InlineData("\u0016\u0003\u0001 not http at all\r\n\r\n")]
    public async Task A_lie_in_the_head_is_refused_and_never_breaks_the_server(string sent)
    {
        using var socket = await Connect();
        await socket.SendAsync(Encoding.Latin1.GetBytes(sent), Ct);
        var answer = await ReadAll(socket);
        Assert.StartsWith("HTTP/1.1 4", answer, StringComparison.Ordinal);
        await OthersAreAnswered();
    }

    [Fact]
    public async Task A_body_that_ends_before_its_length_leaves_nothing_behind()
    {
        using (var socket = await Connect())
        {
            await socket.SendAsync(Encoding.ASCII.GetBytes(Head + "Content-Length: 5000\r\n\r\ntext=half"), Ct);
            socket.Shutdown(SocketShutdown.Send);
            Assert.DoesNotContain("HTTP/1.1 5", await ReadAll(socket), StringComparison.Ordinal);
        }
        await OthersAreAnswered();
    }

    [Fact]
    public async Task Slow_bodies_are_cut_off_and_others_are_answered_meanwhile()
    {
        var slow = new List<Socket>();
        for (var i = 0; i < 50; i++)
        {
            var socket = await Connect();
            await socket.SendAsync(Encoding.ASCII.GetBytes(Head + "Content-Length: 5000\r\n\r\nt"), Ct);
            slow.Add(socket);
        }
        await OthersAreAnswered();
        // Reading returns only when the server has had enough; were it never to, the limit of the test would end it.
        foreach (var socket in slow)
        {
            var answer = await ReadAll(socket);
            Assert.True(answer.Length == 0 || answer.StartsWith("HTTP/1.1 4", StringComparison.Ordinal), answer);
            socket.Dispose();
        }
    }

    [Fact]
    public async Task A_flood_of_heads_is_refused()
    {
        var many = string.Concat(Enumerable.Range(0, 500).Select(i => $"X-{i}: 1\r\n"));
        var large = $"X: {new string('x', 100_000)}\r\n";
        foreach (var heads in new[] { many, large })
        {
            using var socket = await Connect();
            await socket.SendAsync(Encoding.ASCII.GetBytes($"GET / HTTP/1.1\r\nHost: localhost\r\n{heads}\r\n"), Ct);
            Assert.StartsWith("HTTP/1.1 431", await ReadAll(socket), StringComparison.Ordinal);
        }
        await OthersAreAnswered();
    }

    [Fact]
    public async Task Two_hundred_idle_connections_keep_nobody_out()
    {
        var idle = new List<Socket>();
        for (var i = 0; i < 200; i++)
            idle.Add(await Connect());
        await OthersAreAnswered();
        idle.ForEach(s => s.Dispose());
    }

    private async Task OthersAreAnswered()
    {
        using var client = new HttpClient { BaseAddress = app.Address, Timeout = TimeSpan.FromSeconds(10) };
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync(new Uri("/health", UriKind.Relative), Ct)).StatusCode);
    }

    private async Task<Socket> Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { ReceiveTimeout = 20_000 };
        await socket.ConnectAsync(IPAddress.Loopback, app.Address.Port, Ct);
        return socket;
    }

    private static async Task<string> ReadAll(Socket socket)
    {
        using var late = CancellationTokenSource.CreateLinkedTokenSource(Ct);
        late.CancelAfter(TimeSpan.FromSeconds(20));
        var (text, part) = (new StringBuilder(), new byte[8192]);
        try
        {
            int count;
            while ((count = await socket.ReceiveAsync(part, late.Token)) > 0)
                text.Append(Encoding.Latin1.GetString(part, 0, count));
        }
        catch (SocketException)
        {
            // Cut off without a word is an end too.
        }
        return text.ToString();
    }

    public sealed class Wired : SuiyingApp
    {
        public Wired() => UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));

        public Uri Address => new(Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First());

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("SUIYING_BODY_GRACE", "2");
        }
    }
}
