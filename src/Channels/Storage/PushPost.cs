using System.Buffers.Text;
using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Suiying.Channels.Model.Push;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;

namespace Suiying.Channels.Storage;

/// <summary>
/// Hands sealed messages to the push services of browsers, signed by the city's key (VAPID). Off until <c>SUIYING_PUSH=1</c>: push services lie in
/// the internet.
/// </summary>
public sealed class PushPost(ChannelsDb db, PushSetting setting, PushRoad road, IDataProtectionProvider protection, TimeProvider time)
{
    private static readonly TimeSpan TokenLasts = TimeSpan.FromHours(12);
    private static readonly TimeSpan Waits = TimeSpan.FromDays(1);

    private readonly IDataProtector protector = protection.CreateProtector("Suiying.Channels.Push.v1");

    public bool Ready => setting.Subject is not null;

    /// <summary>The key with which a browser subscribes; made at the first call.</summary>
    public async Task<string> PublicKey(CancellationToken ct) => Base64Url.EncodeToString((await Key(ct)).Point);

    public string Encrypt(PushTarget target) => protector.Protect(JsonSerializer.Serialize(target));

    /// <summary>To all browsers of a person; false where there is none. One that is gone is forgotten.</summary>
    /// <exception cref="MessageNotSentException">No browser's service took it.</exception>
    public async Task<bool> Send(PersonId person, Guid id, byte[] text, CancellationToken ct)
    {
        var browsers = await db.Browsers.AsNoTracking().Where(b => b.PersonId == person.Value).ToListAsync(ct);
        var (taken, problem) = (0, (MessageNotSentException?)null);
        foreach (var browser in browsers)
        {
            try
            {
                taken += await Send(browser, id, text, ct) ? 1 : 0;
            }
            catch (MessageNotSentException one)
            {
                problem = one;
            }
        }
        return taken > 0 || (problem is null ? false : throw problem);
    }

    private async Task<bool> Send(PushBrowser browser, Guid id, byte[] text, CancellationToken ct)
    {
        if (Open(browser) is not { } target)
            return await Forget(browser, ct);
        using var request = new HttpRequestMessage(HttpMethod.Post, target.Endpoint)
        {
            Content = new ByteArrayContent(PushSealing.Seal(text, target)),
        };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
        request.Content.Headers.ContentEncoding.Add("aes128gcm");
        request.Headers.Add("TTL", $"{(int)Waits.TotalSeconds}");
        // What is sent twice takes the place of what still waits.
        request.Headers.Add("Topic", Base64Url.EncodeToString(id.ToByteArray()));
        request.Headers.TryAddWithoutValidation("Authorization", await Voucher(new Uri(target.Endpoint), ct));
        try
        {
            using var answer = await road.Http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, ct);
            if (answer.IsSuccessStatusCode)
                return true;
            if (answer.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Gone)
                return await Forget(browser, ct);
            throw new MessageNotSentException($"推送服务答复 {(int)answer.StatusCode}", SignedRequest.IsForGood(answer.StatusCode));
        }
        catch (Exception problem)
            when (problem is HttpRequestException or IOException || (problem is OperationCanceledException && !ct.IsCancellationRequested))
        {
            throw new MessageNotSentException("推送服务连不上或没有答复");
        }
    }

    /// <summary>RFC 8292: who sends, for which service, until when; signed with ES256.</summary>
    private async Task<string> Voucher(Uri endpoint, CancellationToken ct)
    {
        var key = await Key(ct);
        using var signer = ECDsa.Create();
        signer.ImportPkcs8PrivateKey(Convert.FromBase64String(protector.Unprotect(key.Secret)), out _);
        var claims = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                aud = endpoint.GetLeftPart(UriPartial.Authority),
                exp = (time.GetUtcNow() + TokenLasts).ToUnixTimeSeconds(),
                sub = setting.Subject,
            }
        );
        var said = $"{Base64Url.EncodeToString("""{"typ":"JWT","alg":"ES256"}"""u8)}.{Base64Url.EncodeToString(claims)}";
        var signature = signer.SignData(
            Encoding.ASCII.GetBytes(said),
            HashAlgorithmName.SHA256,
            DSASignatureFormat.IeeeP1363FixedFieldConcatenation
        );
        return $"vapid t={said}.{Base64Url.EncodeToString(signature)}, k={Base64Url.EncodeToString(key.Point)}";
    }

    private async Task<PushKey> Key(CancellationToken ct) =>
        await db.PushKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == PushKey.Only, ct) ?? await db.WriteOrRetry(() => Make(ct), ct);

    private async Task<PushKey> Make(CancellationToken ct)
    {
        if (await db.PushKeys.AsNoTracking().FirstOrDefaultAsync(k => k.Id == PushKey.Only, ct) is { } there)
            return there;
        using var made = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var secret = protector.Protect(Convert.ToBase64String(made.ExportPkcs8PrivateKey()));
        var key = new PushKey(PushSealing.BytesOf(made.ExportParameters(false)), secret);
        db.PushKeys.Add(key);
        await db.SaveChangesAsync(ct);
        return key;
    }

    private PushTarget? Open(PushBrowser browser)
    {
        try
        {
            return JsonSerializer.Deserialize<PushTarget>(protector.Unprotect(browser.Target));
        }
        catch (CryptographicException)
        {
            // The keys are gone, as after a restore without them: the browser has to come again.
            return null;
        }
    }

    private async Task<bool> Forget(PushBrowser browser, CancellationToken ct)
    {
        await db.Write(() => db.Browsers.Where(b => b.Id == browser.Id).ExecuteDeleteAsync(ct), ct);
        return false;
    }
}

/// <summary>Whether browsers are reached at all, and whom their services may ask.</summary>
/// <param name="Subject">The city's address, as VAPID wants one; null where push is off.</param>
public sealed record PushSetting(string? Subject)
{
    public static PushSetting Read(IConfiguration configuration, SiteAddress site) =>
        new(configuration["SUIYING_PUSH"] is "1" or "true" ? site.Of("/") : null);
}

/// <summary>The way to push services. A browser names its own, so the guard stands before it.</summary>
public sealed class PushRoad(OutboundGuard guard) : IDisposable
{
    public HttpClient Http { get; } = new(guard.Handler()) { Timeout = TimeSpan.FromSeconds(15), MaxResponseContentBufferSize = 64 * 1024 };

    public void Dispose() => Http.Dispose();
}

/// <summary>浏览器推送: title, words and where they lead.</summary>
internal sealed class PushCarrier(PushPost post) : ICarrier
{
    public MessageChannel Channel => MessageChannel.Push;

    public bool Ready => post.Ready;

    public Task<bool> Send(Parcel parcel, CancellationToken ct)
    {
        var written = parcel.Written;
        // Longer than a record is only a long digest, of which the beginning is enough: the rest stands where it leads.
        var text = written.Text.Length > 600 ? written.Text[..600] + "…" : written.Text;
        var body = JsonSerializer.SerializeToUtf8Bytes(
            new
            {
                id = parcel.Id,
                title = written.Subject ?? "",
                text,
                link = "/my/requests",
            }
        );
        return post.Send(parcel.Person, parcel.Id, body, ct);
    }
}
