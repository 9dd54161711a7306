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
        var (most, limit) = (kilobytes * 1024, $"{kilobytes} KB");
        if (request.ContentLength > most)
            return new BodyTooLarge(limit);
        using var reader = new StreamReader(request.Body, Encoding.UTF8, detectEncodingFromByteOrderMarks: false);
        var buffer = new char[most + 1];
        var length = await reader.ReadBlockAsync(buffer, ct);
        return length > most ? new BodyTooLarge(limit) : new string(buffer, 0, length);
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
