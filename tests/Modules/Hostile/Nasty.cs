using SkiaSharp;

namespace Suiying.Tests.Hostile;

/// <summary>What nobody types who wants to tell the city something.</summary>
internal static class Nasty
{
    public const string Html = "<script>alert(1)</script><img src=x onerror=alert(2)>\"'><b>";

    public const string Sql = "'; DROP TABLE requests; -- \" OR 1=1";

    public static string Long { get; } = new('长', 70_000);

    public static IReadOnlyList<string> Texts { get; } =
    [
        Html,
        Sql,
        "a\0b",
        "\u0001\u001b[31m\u0007",
        "\uD800",
        "\uFFFF\u202E\u200B",
        "%s%n{0}{{7*7}}${jndi:x}",
        "=1+1|cmd",
        "../../etc/passwd",
        "-1",
        "99999999999999999999",
        "NaN",
    ];

    /// <summary>A PNG of a few bytes that claims 60,000 × 60,000 pixels.</summary>
    public static byte[] HugePicture()
    {
        using var surface = SKSurface.Create(new SKImageInfo(8, 8));
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        var png = data.ToArray();
        byte[] side = [0, 0, 0xEA, 0x60];
        side.CopyTo(png, 16);
        side.CopyTo(png, 20);
        System.Buffers.Binary.BinaryPrimitives.WriteUInt32BigEndian(png.AsSpan(29), Crc(png.AsSpan(12, 17)));
        return png;
    }

    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xFFFFFFFFu;
        foreach (var b in bytes)
        {
            crc ^= b;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0xEDB88320u : crc >> 1;
        }
        return ~crc;
    }
}
