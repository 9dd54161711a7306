using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Suiying.Tests.Channels.Messages;

/// <summary>Somebody else's program that takes signed messages and checks the signature by its own code, as the standard says.</summary>
public sealed class SignedReceiver : LoopbackProgram
{
    public const string Secret = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSwMfKQ9r8GKYo=";

    private readonly ConcurrentQueue<Got> got = new();

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

    public string Address => $"{Origin}/send";

    /// <summary>What it answers.</summary>
    public HttpStatusCode Answers { get; set; } = HttpStatusCode.Accepted;

    public string Key { get; set; } = Secret;

    public IReadOnlyList<Got> All => [.. got];

    public IReadOnlyList<Got> To(string phone) => [.. got.Where(g => g.To == phone)];

    protected override async Task Answer(HttpListenerContext asked)
    {
        using var reader = new StreamReader(asked.Request.InputStream, Encoding.UTF8);
        var body = await reader.ReadToEndAsync();
        var headers = asked.Request.Headers;
        var id = headers["webhook-id"] ?? "";
        got.Enqueue(new Got(id, IsRight(id, headers["webhook-timestamp"] ?? "", headers["webhook-signature"] ?? "", body), body));
        asked.Response.StatusCode = (int)Answers;
    }

    private bool IsRight(string id, string timestamp, string signature, string body)
    {
        using var mac = new HMACSHA256(Convert.FromBase64String(Key.Replace("whsec_", "", StringComparison.Ordinal)));
        var expected = "v1," + Convert.ToBase64String(mac.ComputeHash(Encoding.UTF8.GetBytes(id + "." + timestamp + "." + body)));
        return long.Parse(timestamp, CultureInfo.InvariantCulture) > 0 && signature.Split(' ').Contains(expected);
    }
}
