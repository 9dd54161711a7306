using System.IO.Compression;
using System.Security.Cryptography;

namespace Suiying.Engines.Dispatch;

public sealed partial class DispatchModel
{
    private const byte Version = 2;

    /// <summary>No model is larger; what claims to be is damaged.</summary>
    private const int LargestFile = 1 << 30;

    private static readonly byte[] Mark = "SYDISPAT"u8.ToArray();

    /// <summary>Writes the whole model: mark, version, SHA-256 and length of what follows, then that, packed.</summary>
    public void Save(Stream to)
    {
        using var packed = new MemoryStream();
        using (var pack = new BrotliStream(packed, CompressionLevel.Fastest, leaveOpen: true))
        using (var file = new BinaryWriter(pack))
            Write(file);
        var body = packed.ToArray();
        using var head = new BinaryWriter(to, System.Text.Encoding.UTF8, leaveOpen: true);
        head.Write(Mark);
        head.Write(Version);
        head.Write(SHA256.HashData(body));
        head.Write(body.Length);
        head.Write(body);
    }

    /// <summary>Reads what <see cref="Save"/> wrote; it then proposes and learns as the one that was saved.</summary>
    /// <exception cref="DispatchModelDamaged">It is no such file, of another version, or damaged.</exception>
    public static DispatchModel Load(Stream from)
    {
        try
        {
            using var head = new BinaryReader(from, System.Text.Encoding.UTF8, leaveOpen: true);
            if (!head.ReadBytes(Mark.Length).AsSpan().SequenceEqual(Mark))
                throw new DispatchModelDamaged("This is no dispatch model.");
            var version = head.ReadByte();
            if (version != Version)
                throw new DispatchModelDamaged($"The dispatch model is of version {version}; this program reads version {Version}.");
            var hash = head.ReadBytes(SHA256.HashSizeInBytes);
            var length = head.ReadInt32();
            if (length is < 0 or > LargestFile)
                throw new DispatchModelDamaged("The dispatch model is damaged: its length cannot be true.");
            var body = head.ReadBytes(length);
            if (body.Length != length || !SHA256.HashData(body).AsSpan().SequenceEqual(hash))
                throw new DispatchModelDamaged("The dispatch model is damaged: a part is missing or was changed.");
            using var file = new BinaryReader(new BrotliStream(new MemoryStream(body), CompressionMode.Decompress));
            return Read(file);
        }
        catch (Exception broken) when (broken is EndOfStreamException or InvalidDataException or ArgumentException or FormatException)
        {
            throw new DispatchModelDamaged("The dispatch model is damaged: it ends too early or holds what cannot be.", broken);
        }
    }

    private void Write(BinaryWriter file)
    {
        foreach (var names in new[] { Fields.What, Fields.Where, Fields.How, roles.Stems })
            Many(file, names, file.Write);
        foreach (var field in codes)
            Many(file, field.Keys, file.Write);
        Many(file, units, known => Write(file, known));
        file.Write(Learnt);
        file.Write(newest);
        file.Write(first is not null);
        file.Write(first?.Ticks ?? 0);
        file.Write(first?.Offset.Ticks ?? 0);
        Many(file, blend.Weights, file.Write);
        foreach (var field in leanings.Of)
            Many(file, field, known => Write(file, known));
        foreach (var level in tallies)
            Many(file, level, pair => Write(file, pair.Key, pair.Value));
    }

    private static void Write(BinaryWriter file, Known known)
    {
        file.Write(known.Unit.Code);
        file.Write(known.Unit.Name);
        file.Write(known.Gone);
        file.Write(known.Into ?? -1);
    }

    private static void Write(BinaryWriter file, Dictionary<int, Leaning>? leanings) =>
        Many(
            file,
            leanings ?? [],
            known =>
            {
                file.Write(known.Key);
                file.Write(known.Value.Weight);
                file.Write(known.Value.Steepness);
            }
        );

    private static void Write(BinaryWriter file, ulong key, Tally tally)
    {
        file.Write(key);
        file.Write(tally.Recent);
        Many(
            file,
            tally.Shares,
            share =>
            {
                file.Write(share.Unit);
                file.Write(share.Count);
                file.Write(share.Recent);
                Many(file, share.Months.All, month => file.Write((long)month.Month << 32 | (uint)month.Count));
            }
        );
    }

    private static DispatchModel Read(BinaryReader file)
    {
        var fields = new DispatchFields
        {
            What = Many(file, file.ReadString),
            Where = Many(file, file.ReadString),
            How = Many(file, file.ReadString),
        };
        var model = new DispatchModel(fields);
        foreach (var stem in Many(file, file.ReadString))
            model.roles.Restore(stem);
        foreach (var field in model.codes)
        foreach (var code in Many(file, file.ReadString))
            field.Add(code, field.Count + 1);
        foreach (var known in Many(file, () => ReadKnown(file)))
        {
            model.numbers.Add(known.Unit.Code, model.units.Count);
            model.roles.Name(model.units.Count, known.Unit.Name);
            model.units.Add(known);
        }
        model.Learnt = file.ReadInt64();
        model.newest = file.ReadInt32();
        var (any, ticks, offset) = (file.ReadBoolean(), file.ReadInt64(), file.ReadInt64());
        model.first = any ? new DateTimeOffset(ticks, TimeSpan.FromTicks(offset)) : null;
        Many(file, file.ReadDouble).CopyTo(model.blend.Weights, 0);
        foreach (var field in model.leanings.Of)
            field.AddRange(Many(file, () => ReadLeanings(file)));
        foreach (var level in model.tallies)
        foreach (var (key, tally) in Many(file, () => ReadTally(file)))
            level.Add(key, tally);
        return model;
    }

    private static Known ReadKnown(BinaryReader file)
    {
        var unit = new DispatchUnit(file.ReadString(), file.ReadString());
        return new Known(unit, file.ReadBoolean(), file.ReadInt32() is >= 0 and var into ? into : null);
    }

    private static Dictionary<int, Leaning>? ReadLeanings(BinaryReader file)
    {
        var known = Many(
            file,
            () => KeyValuePair.Create(file.ReadInt32(), new Leaning { Weight = file.ReadDouble(), Steepness = file.ReadDouble() })
        );
        return known.Length == 0 ? null : new Dictionary<int, Leaning>(known);
    }

    private static (ulong Key, Tally Tally) ReadTally(BinaryReader file)
    {
        var (key, tally, recent) = (file.ReadUInt64(), new Tally(), file.ReadDouble());
        var shares = Many(
            file,
            () =>
            {
                var share = new Share(file.ReadInt32());
                share.Restore(file.ReadInt32(), file.ReadDouble());
                foreach (var month in Many(file, file.ReadInt64))
                    share.Months.Add((int)(month >> 32), (int)month);
                return share;
            }
        );
        tally.Restore(shares, recent);
        return (key, tally);
    }

    private static void Many<T>(BinaryWriter file, IReadOnlyCollection<T> items, Action<T> write)
    {
        file.Write7BitEncodedInt(items.Count);
        foreach (var item in items)
            write(item);
    }

    private static T[] Many<T>(BinaryReader file, Func<T> read)
    {
        var count = file.Read7BitEncodedInt();
        var items = new List<T>(Math.Min(count, 1 << 16));
        while (items.Count < count)
            items.Add(read());
        return [.. items];
    }
}
