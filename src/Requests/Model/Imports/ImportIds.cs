using System.Security.Cryptography;
using System.Text;

namespace Suiying.Requests.Model;

/// <summary>Ids that follow from another system's, so that importing twice is importing once.</summary>
internal static class ImportIds
{
    /// <summary>A version 8 id (RFC 9562): its bits are ours.</summary>
    public static Guid Of(string source, string what, string value)
    {
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes($"{source}\u001f{what}\u001f{value}")).AsSpan(0, 16);
        bytes[6] = (byte)(0x80 | bytes[6] & 0x0F);
        bytes[8] = (byte)(0x80 | bytes[8] & 0x3F);
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>As long as a list can show; never half a character.</summary>
    public static string Title(string text)
    {
        const int Kept = ServiceRequest.LongestTitle - 1;
        if (text.Length <= ServiceRequest.LongestTitle)
            return text;
        return text[..(char.IsHighSurrogate(text[Kept - 1]) ? Kept - 1 : Kept)] + "…";
    }
}
