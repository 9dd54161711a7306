using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Microsoft.Playwright;

namespace Suiying.Browser.Stage;

/// <summary>
/// Another program, connected by the security administrator on the page. It signs what it posts with code of its own, from the specification alone
/// (Standard Webhooks 1.0), as a strange one does.
/// </summary>
public sealed class SignedProgram : IDisposable
{
    private readonly HttpClient http;
    private readonly string address;
    private readonly byte[] secret;

    private SignedProgram(Uri server, string address, byte[] secret) =>
        (http, this.address, this.secret) = (new HttpClient { BaseAddress = server }, address, secret);

    /// <param name="city">Where.</param>
    /// <param name="at">The administrator's page.</param>
    /// <param name="name">What it is called there.</param>
    /// <param name="form">The form's own field.</param>
    /// <param name="fill">What else is filled in.</param>
    public static async Task<SignedProgram> Connect(City city, string at, string name, string form, Func<IPage, Task>? fill = null)
    {
        await using var visit = await city.Visit();
        await visit.SignIn("secadmin", at);
        await visit.Page.Locator("#name").FillAsync(name);
        if (fill is not null)
            await fill(visit.Page);
        await visit.Page.Locator($"form:has({form}) button[type=submit]").ClickAsync();
        var secret = (await visit.Page.Locator("#secret").InnerTextAsync()).Trim();
        var address = (await visit.Page.Locator(".notice code").Nth(1).InnerTextAsync()).Trim();
        visit.MustHaveGoneWell();
        return new SignedProgram(city.Server.Address, address, Convert.FromBase64String(secret["whsec_".Length..]));
    }

    public async Task Post(string body)
    {
        var at = TimeProvider.System.GetUtcNow();
        var (id, timestamp) = ($"msg_{Guid.CreateVersion7(at):N}", at.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        var mac = HMACSHA256.HashData(secret, Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, address);
        request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", timestamp);
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(mac)}");
        using var answer = await http.SendAsync(request);
        Assert.True(answer.StatusCode == HttpStatusCode.OK, await answer.Content.ReadAsStringAsync());
    }

    public void Dispose() => http.Dispose();
}
