using System.Buffers.Binary;

namespace Suiying.Requests.Model;

/// <summary>
/// Takes out of an MP4, MOV, M4A or 3GP what says where, when and with what it was made (ISO/IEC 14496-12). Only boxes that are needed to
/// play are kept; all others become empty <c>free</c> boxes of the same length, so that nothing moves. Tracks that are neither picture nor
/// sound (position by the second, on many phones) lose their samples too.
/// </summary>
internal static class MovieBoxes
{
    private readonly record struct Box(string Type, int At, int Body, int End);

    private static readonly string[] Whole = ["ftyp", "styp", "mdat", "sidx", "mfra"];

    /// <summary>What of a box is kept; a box that is not named keeps all its own.</summary>
    private static readonly Dictionary<string, string[]> Kept = new(StringComparer.Ordinal)
    {
        ["moov"] = ["mvhd", "trak", "mvex"],
        ["trak"] = ["tkhd", "edts", "tapt", "mdia"],
        ["mdia"] = ["mdhd", "hdlr", "elng", "minf"],
        ["minf"] = ["vmhd", "smhd", "hmhd", "nmhd", "hdlr", "dinf", "stbl"],
        ["moof"] = ["mfhd", "traf"],
        ["traf"] = ["tfhd", "tfdt", "trun", "saiz", "saio", "sbgp", "sgpd", "subs"],
    };

    /// <summary>False where it is no film and no sound, or broken.</summary>
    /// <param name="file">Changed in place.</param>
    /// <param name="video">True where there is a picture.</param>
    public static bool Clean(Span<byte> file, out bool video)
    {
        video = false;
        var (sound, film) = (false, false);
        if (Inside(file, 0, file.Length) is not { } boxes)
            return false;
        foreach (var box in boxes)
        {
            if (box.Type == "moov")
            {
                foreach (var track in Inside(file, box.Body, box.End) ?? [])
                {
                    var handler = track.Type == "trak" ? HandlerOf(file, track) : null;
                    (film, sound) = (film || handler == "vide", sound || handler == "soun");
                    if (track.Type == "trak" && handler is not ("vide" or "soun"))
                    {
                        EraseSamples(file, track);
                        Free(file, track);
                    }
                }
            }
            if (Kept.ContainsKey(box.Type))
                Walk(file, box);
            else if (!Whole.Contains(box.Type))
                Free(file, box);
        }
        video = film;
        return film || sound;
    }

    private static void Walk(Span<byte> file, Box parent)
    {
        if (Inside(file, parent.Body, parent.End) is not { } boxes)
        {
            Free(file, parent);
            return;
        }
        foreach (var box in boxes)
        {
            if (!Kept[parent.Type].Contains(box.Type))
                Free(file, box);
            else if (Kept.ContainsKey(box.Type))
                Walk(file, box);
            else if (box.Type is "mvhd" or "tkhd" or "mdhd")
                ForgetTimes(file, box);
            else if (box.Type == "hdlr" && box.End - box.Body > 24)
                file[(box.Body + 24)..box.End].Clear();
        }
    }

    /// <summary>When it was made and changed: two numbers behind the version, of 32 or 64 bits.</summary>
    private static void ForgetTimes(Span<byte> file, Box box)
    {
        var length = box.End > box.Body && file[box.Body] == 1 ? 16 : 8;
        if (box.End - box.Body >= 4 + length)
            file.Slice(box.Body + 4, length).Clear();
    }

    private static string? HandlerOf(Span<byte> file, Box track) =>
        Find(file, track, "mdia") is { } media && Find(file, media, "hdlr") is { } handler && handler.End - handler.Body >= 12
            ? Name(file, handler.Body + 8)
            : null;

    private static void EraseSamples(Span<byte> file, Box track)
    {
        var table = track;
        foreach (var step in (string[])["mdia", "minf", "stbl"])
        {
            if (Find(file, table, step) is not { } next)
                return;
            table = next;
        }
        if (Find(file, table, "stsc") is not { } runs || Find(file, table, "stsz") is not { } sizes)
            return;
        var wide = Find(file, table, "co64");
        if ((wide ?? Find(file, table, "stco")) is not { } chunks)
            return;
        var (each, sample) = (Number(file, sizes, 4), 0L);
        for (long chunk = 0, run = 0; chunk < Number(file, chunks, 4); chunk++)
        {
            while (run + 1 < Number(file, runs, 4) && Number(file, runs, 8 + 12 * (run + 1)) <= chunk + 1)
                run++;
            var offset = wide is null
                ? Number(file, chunks, 8 + 4 * chunk)
                : (Number(file, chunks, 8 + 8 * chunk) << 32) + Number(file, chunks, 12 + 8 * chunk);
            var length = 0L;
            var count = Math.Min(Number(file, runs, 12 + 12 * run), file.Length);
            for (var i = 0L; i < count && length < file.Length; i++, sample++)
                length += each > 0 ? each : Number(file, sizes, 12 + 4 * sample);
            if (offset >= 0 && offset < file.Length)
                file.Slice((int)offset, (int)Math.Min(length, file.Length - offset)).Clear();
            else
                return;
        }
    }

    /// <summary>A number of 32 bits inside a box; 0 behind its end.</summary>
    private static long Number(Span<byte> file, Box box, long at) =>
        box.Body + at + 4 <= box.End ? BinaryPrimitives.ReadUInt32BigEndian(file[(int)(box.Body + at)..]) : 0;

    private static Box? Find(Span<byte> file, Box parent, string type)
    {
        foreach (var box in Inside(file, parent.Body, parent.End) ?? [])
        {
            if (box.Type == type)
                return box;
        }
        return null;
    }

    private static void Free(Span<byte> file, Box box)
    {
        "free"u8.CopyTo(file[(box.At + 4)..]);
        file[box.Body..box.End].Clear();
    }

    /// <summary>Null where the boxes do not fill their place exactly.</summary>
    private static List<Box>? Inside(Span<byte> file, int start, int end)
    {
        var boxes = new List<Box>();
        // QuickTime may end a list with a zero of 32 bits.
        while (start + 8 <= end)
        {
            long size = BinaryPrimitives.ReadUInt32BigEndian(file[start..]);
            var body = start + 8;
            if (size == 1)
            {
                if (start + 16 > end)
                    return null;
                (size, body) = (BinaryPrimitives.ReadInt64BigEndian(file[(start + 8)..]), start + 16);
            }
            else if (size == 0)
                size = end - start;
            if (size < body - start || size > end - start)
                return null;
            boxes.Add(new Box(Name(file, start + 4), start, body, start + (int)size));
            start += (int)size;
        }
        return boxes;
    }

    private static string Name(Span<byte> file, int at) => System.Text.Encoding.Latin1.GetString(file.Slice(at, 4));
}
