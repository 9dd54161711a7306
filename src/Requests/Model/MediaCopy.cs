using System.Buffers.Binary;

namespace Suiying.Requests.Model;

/// <summary>A voice or video file without what its maker wrote beside it, where its format has a place for such things.</summary>
public static class MediaCopy
{
    /// <summary>The cleaned bytes and what they are; null where they are nothing that is taken.</summary>
    public static (ReadOnlyMemory<byte> Bytes, string ContentType)? Of(byte[] sent)
    {
        if (MediaKind.Of(sent) is not { } type)
            return null;
        if (MediaKind.IsMovie(sent))
            return !MovieBoxes.Clean(sent, out var video) ? null
                : video ? (sent, type == "audio/mp4" ? "video/mp4" : type)
                : (sent, "audio/mp4");
        if (type == "audio/mpeg")
            return Frames(sent) is { Length: > 0 } frames ? (frames, type) : null;
        if (type == "audio/wav")
            Hush(sent);
        return (sent, type);
    }

    /// <summary>An MP3 from its first frame on, without the tags before and behind.</summary>
    private static ReadOnlyMemory<byte> Frames(byte[] sent)
    {
        var (start, end) = (0, sent.Length);
        while (end - start > 10 && sent.AsSpan(start).StartsWith("ID3"u8))
        {
            var length =
                ((sent[start + 6] & 0x7F) << 21)
                | ((sent[start + 7] & 0x7F) << 14)
                | ((sent[start + 8] & 0x7F) << 7)
                | (sent[start + 9] & 0x7F);
            start = Math.Min(end, start + 10 + length);
        }
        if (end - start > 128 && sent.AsSpan(end - 128).StartsWith("TAG"u8))
            end -= 128;
        return MediaKind.IsMp3Frame(sent.AsSpan(start, end - start)) ? sent.AsMemory(start, end - start) : default;
    }

    /// <summary>Of a WAV only format and sound are kept; every other chunk is emptied.</summary>
    private static void Hush(Span<byte> file)
    {
        for (long at = 12; at + 8 <= file.Length; )
        {
            var chunk = file[(int)at..];
            long size = BinaryPrimitives.ReadUInt32LittleEndian(chunk[4..]);
            var name = chunk[..4];
            if (!name.SequenceEqual("fmt "u8) && !name.SequenceEqual("data"u8) && !name.SequenceEqual("fact"u8))
            {
                "JUNK"u8.CopyTo(name);
                chunk.Slice(8, (int)Math.Min(size, chunk.Length - 8)).Clear();
            }
            at += 8 + size + (size & 1);
        }
    }
}
