using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Http;
using Suiying.Channels.Model;
using Suiying.Channels.Model.Phone;

namespace Suiying.Channels.Storage;

/// <summary>What a program posts under a signature: its bytes as they were signed, and the seal beside them.</summary>
internal static class SignedPost
{
    public static async Task<Outcome<string>> Body(HttpRequest request, int kilobytes, CancellationToken ct)
    {
        var (most, limit) = (kilobytes * 1024, kilobytes < 1024 ? $"{kilobytes} KB" : $"{kilobytes / 1024} MB");
        if (request.ContentLength > most)
            return new BodyTooLarge(limit);
        using var reader = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        // Grows with what comes: a large limit costs nothing where little is sent.
        var (body, part) = (new StringBuilder(), new char[8192]);
        for (var read = 1; read > 0 && body.Length <= most; body.Append(part, 0, read))
            read = await reader.ReadAsync(part, ct);
        return body.Length > most ? new BodyTooLarge(limit) : body.ToString();
    }

    public static MessageSeal Seal(HttpRequest request)
    {
        var headers = request.Headers;
        return new MessageSeal($"{headers["webhook-id"]}", $"{headers["webhook-timestamp"]}", $"{headers["webhook-signature"]}");
    }

    /// <summary>Null where the keys are gone, as after a restore without them: then the sender needs a new secret.</summary>
    public static string? Open(this IDataProtector protector, string text)
    {
        try
        {
            return protector.Unprotect(text);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
