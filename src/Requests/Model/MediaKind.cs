namespace Suiying.Requests.Model;

/// <summary>What a voice or video file is, by its first bytes and never by its name.</summary>
public static class MediaKind
{
    /// <summary>So much of a file says what it is.</summary>
    public const int Head = 4096;

    /// <summary>The content type, or null where it is none of those that are taken.</summary>
    public static string? Of(ReadOnlySpan<byte> head)
    {
        head = head[..Math.Min(head.Length, Head)];
        if (head.Length < 12)
            return null;
        if (IsMovie(head))
            return OfBrand(head[8..12]);
        if (head.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
            return head[..64.AtMost(head.Length)].IndexOf("webm"u8) < 0 ? null
                : head.IndexOf("V_"u8) >= 0 ? "video/webm"
                : "audio/webm";
        if (head.StartsWith("OggS"u8))
            return "audio/ogg";
        if (head.StartsWith("RIFF"u8) && head[8..12].SequenceEqual("WAVE"u8))
            return "audio/wav";
        if (head.StartsWith("#!AMR"u8))
            return "audio/amr";
        return head.StartsWith("ID3"u8) || IsMp3Frame(head) ? "audio/mpeg" : null;
    }

    /// <summary>True for the family of MP4: mov, m4a, 3gp and their like.</summary>
    public static bool IsMovie(ReadOnlySpan<byte> head) => head.Length >= 12 && head[4..8].SequenceEqual("ftyp"u8);

    /// <summary>True where a content type is of a picture.</summary>
    public static bool IsPicture(string contentType) => contentType.StartsWith("image/", StringComparison.Ordinal);

    public static bool IsVideo(string contentType) => contentType.StartsWith("video/", StringComparison.Ordinal);

    /// <summary>Pictures are of this family too, and are no film.</summary>
    private static string? OfBrand(ReadOnlySpan<byte> brand) =>
        brand.StartsWith("hei"u8) || brand.StartsWith("mif"u8) || brand.StartsWith("msf"u8) || brand.StartsWith("avi"u8) ? null
        : brand.StartsWith("qt"u8) ? "video/quicktime"
        : brand.StartsWith("3g"u8) ? "video/3gpp"
        : brand.StartsWith("M4A"u8) || brand.StartsWith("M4B"u8) ? "audio/mp4"
        : "video/mp4";

    internal static bool IsMp3Frame(ReadOnlySpan<byte> at) =>
        at.Length > 2 && at[0] == 0xFF && (at[1] & 0xE0) == 0xE0 && (at[1] & 0x06) != 0 && (at[2] & 0xF0) is not 0xF0;

    private static int AtMost(this int most, int length) => Math.Min(most, length);
}
