using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Suiying.Browser.Stage;

/// <summary>
/// A telephone system, connected by the security administrator on the page. It signs its events with code of its own, from the specification alone
/// (Standard Webhooks 1.0), as a strange exchange does.
/// </summary>
public sealed partial class Telephone : IDisposable
{
    private readonly HttpClient http;
    private readonly string exchange;
    private readonly byte[] secret;

    private Telephone(Uri server, string exchange, byte[] secret) =>
        (http, this.exchange, this.secret) = (new HttpClient { BaseAddress = server }, exchange, secret);

    public static async Task<Telephone> Connect(City city, string name)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("secadmin", "/admin/exchanges");
        await visit.Page.Locator("#name").FillAsync(name);
        await visit.Page.Locator("form:has(#recordings) button[type=submit]").ClickAsync();
        var secret = (await visit.Page.Locator("#secret").InnerTextAsync()).Trim();
        var address = await visit.Page.Locator(".notice code").Nth(1).InnerTextAsync();
        visit.MustHaveGoneWell();
        return new Telephone(city.Server.Address, Id().Match(address).Value, Convert.FromBase64String(secret["whsec_".Length..]));
    }

    /// <param name="kind">queued, ringing, answered, transferred, ended or busy.</param>
    /// <param name="call">The exchange's id of the call.</param>
    /// <param name="agent">Sign-in name.</param>
    /// <param name="from">The caller's number.</param>
    public async Task Tell(string kind, string call, string? agent = null, string? from = null)
    {
        var at = TimeProvider.System.GetUtcNow();
        var body = $$"""{"event":"{{kind}}","call":"{{call}}","at":"{{at:O}}","agent":{{Quoted(agent)}},"from":{{Quoted(from)}}}""";
        var (id, timestamp) = ($"msg_{Guid.CreateVersion7(at):N}", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var mac = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/api/phone/{exchange}/events");
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(mac)}");
        using var answer = await http.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();

    private static string Quoted(string? text) => text is null ? "null" : $"\"{text}\"";

    [GeneratedRegex("[0-9a-f]{8}-[0-9a-f-]{27}")]
    private static partial Regex Id();
}
