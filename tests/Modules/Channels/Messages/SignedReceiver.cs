using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Suiying.Tests.Channels.Messages;

/// <summary>Somebody else's program that takes signed messages and checks the signature by its own code, as the standard says.</summary>
public sealed class SignedReceiver : IDisposable
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

    private readonly ConcurrentQueue<Got> got = new();
    private readonly int port = FreePort();
    private HttpListener? listener;

    /// <param name="Id">The header <c>webhook-id</c>.</param>
    /// <param name="Signed">True where the signature is right.</param>
    /// <param name="Body">As it came.</param>
    public sealed record Got(string Id, bool Signed, string Body)
    {
        public string To => Member("to");

        public string Text => Member("text");

        public string Member(string name)
        {
            using var json = JsonDocument.Parse(Body);
            return json.RootElement.TryGetProperty(name, out var value) ? value.ToString() : "";
        }
    }

    public string Address => $"http://127.0.0.1:{port}/send";

    /// <summary>What it answers.</summary>
    public HttpStatusCode Answers { get; set; } = HttpStatusCode.Accepted;

    public string Key { get; set; } = Secret;

    public IReadOnlyList<Got> All => [.. got];

    public IReadOnlyList<Got> To(string phone) => [.. got.Where(g => g.To == phone)];

    public void Start()
    {
        listener = new HttpListener();
        listener.Prefixes.Add($"http://127.0.0.1:{port}/");
        listener.Start();
        _ = Task.Run(Serve);
    }

    public void Dispose() => listener?.Close();

    private async Task Serve()
    {
        while (listener is { IsListening: true })
        {
            HttpListenerContext asked;
            try
            {
                asked = await listener.GetContextAsync();
            }
            catch (Exception problem) when (problem is HttpListenerException or ObjectDisposedException)
            {
                return;
            }
            using var reader = new StreamReader(asked.Request.InputStream, Encoding.UTF8);
            var body = await reader.ReadToEndAsync();
            var headers = asked.Request.Headers;
            var id = headers["webhook-id"] ?? "";
            got.Enqueue(new Got(id, IsRight(id, headers["webhook-timestamp"] ?? "", headers["webhook-signature"] ?? "", body), body));
            asked.Response.StatusCode = (int)Answers;
            asked.Response.Close();
        }
    }

    private bool IsRight(string id, string timestamp, string signature, string body)
    {
        using var mac = new HMACSHA256(Convert.FromBase64String(Key.Replace("whsec_", "", StringComparison.Ordinal)));
        var expected = "v1," + Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(id + "." + timestamp + "." + body)));
        return long.Parse(timestamp, CultureInfo.InvariantCulture) > 0 && signature.Split(' ').Contains(expected);
    }

    private static int FreePort()
    {
        using var free = new TcpListener(IPAddress.Loopback, 0);
        free.Start();
        return ((IPEndPoint)free.LocalEndpoint).Port;
    }
}
