using SkiaSharp;

namespace Suiying.Requests.Model;

/// <summary>
/// Makes a plain JPEG from what was sent. Only pixels survive: position, time, camera, comments, previews and whatever else was packed into
/// the file are gone, and the picture stands upright.
/// </summary>
public static class PhotoCopy
{
    /// <summary>Longer side of the copy, in pixels.</summary>
    public const int LongestSide = 1600;

    /// <summary>More pixels than any phone's ordinary photo has; a small file that claims more is a bomb.</summary>
    public const long MostPixels = 50_000_000;

    private const int Quality = 80;

    /// <summary>The copy, or null where the bytes are no JPEG, PNG or WebP picture of a sane size.</summary>
    public static byte[]? Of(byte[] sent)
    {
        using var data = SKData.CreateCopy(sent);
        using var codec = SKCodec.Create(data);
        if (
            codec is null
            || codec.EncodedFormat is not (SKEncodedImageFormat.Jpeg or SKEncodedImageFormat.Png or SKEncodedImageFormat.Webp)
        )
            return null;
        var size = codec.Info.Size;
        if (size.Width < 1 || size.Height < 1 || (long)size.Width * size.Height > MostPixels)
            return null;
        using var picture = Decode(codec);
        return picture is null ? null : Draw(picture, codec.EncodedOrigin);
    }

    /// <summary>Width and height that the head of a picture claims, read without decoding it; null where it is no picture.</summary>
    public static (int Width, int Height)? Claims(byte[] sent)
    {
        using var data = SKData.CreateCopy(sent);
        using var codec = SKCodec.Create(data);
        return codec is null ? null : (codec.Info.Width, codec.Info.Height);
    }

    /// <summary>True for the format of newer phones that browsers do not show.</summary>
    public static bool IsHeic(ReadOnlySpan<byte> sent) =>
        sent.Length > 12
        && sent[4..8].SequenceEqual("ftyp"u8)
        && (sent[8..11].SequenceEqual("hei"u8) || sent[8..11].SequenceEqual("mif"u8));

    private static SKBitmap? Decode(SKCodec codec)
    {
        // JPEG can be decoded at an eighth to whole size, which saves most of the memory of a large photo.
        var longest = Math.Max(codec.Info.Width, codec.Info.Height);
        var scaled = longest > LongestSide ? codec.GetScaledDimensions(MathF.Ceiling(8f * LongestSide / longest) / 8) : codec.Info.Size;
        var info = new SKImageInfo(scaled.Width, scaled.Height, SKColorType.Rgba8888, SKAlphaType.Premul, SKColorSpace.CreateSrgb());
        var bitmap = new SKBitmap();
        // An upper half that arrived is still a picture of something.
        if (
            bitmap.TryAllocPixels(info)
            && codec.GetPixels(info, bitmap.GetPixels()) is SKCodecResult.Success or SKCodecResult.IncompleteInput
        )
            return bitmap;
        bitmap.Dispose();
        return null;
    }

    private static byte[]? Draw(SKBitmap picture, SKEncodedOrigin origin)
    {
        var scale = Math.Min(1f, (float)LongestSide / Math.Max(picture.Width, picture.Height));
        var width = Math.Max(1, (int)Math.Round(picture.Width * scale));
        var height = Math.Max(1, (int)Math.Round(picture.Height * scale));
        var sideways =
            origin is SKEncodedOrigin.LeftTop or SKEncodedOrigin.RightTop or SKEncodedOrigin.RightBottom or SKEncodedOrigin.LeftBottom;
        // No colour space: the encoder then writes no profile either.
        var info = new SKImageInfo(sideways ? height : width, sideways ? width : height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        using var surface = SKSurface.Create(info);
        if (surface is null)
            return null;
        surface.Canvas.Clear(SKColors.White);
        surface.Canvas.SetMatrix(Upright(origin, width, height));
        using var image = SKImage.FromBitmap(picture);
        surface.Canvas.DrawImage(image, new SKRect(0, 0, width, height), new SKSamplingOptions(SKFilterMode.Linear, SKMipmapMode.Linear));
        using var copy = surface.Snapshot();
        using var encoded = copy.Encode(SKEncodedImageFormat.Jpeg, Quality);
        return encoded?.ToArray();
    }

    /// <summary>From the camera's axes to upright ones, for a picture of this width and height as stored.</summary>
    private static SKMatrix Upright(SKEncodedOrigin origin, float w, float h) =>
        origin switch
        {
            SKEncodedOrigin.TopRight => new SKMatrix(-1, 0, w, 0, 1, 0, 0, 0, 1),
            SKEncodedOrigin.BottomRight => new SKMatrix(-1, 0, w, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.BottomLeft => new SKMatrix(1, 0, 0, 0, -1, h, 0, 0, 1),
            SKEncodedOrigin.LeftTop => new SKMatrix(0, 1, 0, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightTop => new SKMatrix(0, -1, h, 1, 0, 0, 0, 0, 1),
            SKEncodedOrigin.RightBottom => new SKMatrix(0, -1, h, -1, 0, w, 0, 0, 1),
            SKEncodedOrigin.LeftBottom => new SKMatrix(0, 1, 0, -1, 0, w, 0, 0, 1),
            _ => SKMatrix.Identity,
        };
}
