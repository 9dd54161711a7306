using System.IO.Compression;
using System.Runtime.Intrinsics;
using System.Security.Cryptography;
using System.Text;

namespace Suiying.Engines.Learning;

public sealed partial class TextClassifier
{
    private const byte Version = 2;

    /// <summary>A file that says it holds more is damaged, or means harm.</summary>
    private const int Largest = 1 << 28;

    private static ReadOnlySpan<byte> Mark => "SYLEARNT"u8;

    /// <summary>
    /// Writes the whole classifier: mark, version, then packed content between its length and its SHA-256. Weights are written with eleven
    /// bits, half of the file's size for a change of probabilities in the fourth digit.
    /// </summary>
    public void Save(Stream to)
    {
        using var content = new MemoryStream();
        using (var packed = new BinaryWriter(new BrotliStream(content, CompressionLevel.Fastest, leaveOpen: true)))
            Write(packed);
        var bytes = content.GetBuffer().AsSpan(0, (int)content.Length);
        to.Write(Mark);
        to.WriteByte(Version);
        to.Write(BitConverter.GetBytes(bytes.Length));
        to.Write(bytes);
        to.Write(SHA256.HashData(bytes));
    }

    /// <summary>Reads what <see cref="Save"/> wrote; it then answers and learns as the one that was saved, to within the rounding of its weights.</summary>
    /// <exception cref="TextClassifierDamaged">It is no such file, of another version, or damaged.</exception>
    public static TextClassifier Load(Stream from)
    {
        var head = Exactly(from, Mark.Length + 1 + sizeof(int));
        if (!head.AsSpan(0, Mark.Length).SequenceEqual(Mark))
            throw new TextClassifierDamaged("This is no text classifier.");
        if (head[Mark.Length] != Version)
            throw new TextClassifierDamaged(
                $"The text classifier is of version {head[Mark.Length]}; this program reads version {Version}."
            );
        var bytes = Exactly(from, BitConverter.ToInt32(head, Mark.Length + 1));
        if (!SHA256.HashData(bytes).AsSpan().SequenceEqual(Exactly(from, SHA256.HashSizeInBytes)))
            throw new TextClassifierDamaged("The text classifier is damaged: something was changed.");
        try
        {
            using var packed = new BinaryReader(new BrotliStream(new MemoryStream(bytes), CompressionMode.Decompress), Encoding.UTF8);
            return Read(packed);
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or ArgumentException or FormatException)
        {
            throw new TextClassifierDamaged("The text classifier is damaged: it holds what cannot be.", broken);
        }
    }

    private void Write(BinaryWriter to)
    {
        to.Write(options.WantedPrecision);
        to.Write(options.Folds);
        to.Write(options.Cost);
        to.Write(options.MostWeightBytes);
        to.Write(scale);
        MeasuresFile.Write(to, Measures);
        to.Write(labels.Count);
        foreach (var (label, seen) in labels.Zip(letters))
        {
            to.Write(label);
            to.Write(seen);
        }
        to.Write(vocabulary.Texts);
        to.Write(vocabulary.Count);
        foreach (var (gram, rarity) in vocabulary.Table.Grams().Zip(vocabulary.Rarity))
        {
            to.Write(gram);
            to.Write(rarity);
        }
        foreach (var block in blocks)
        {
            for (var lane = 0; lane < LinearBlock.Lanes; lane++)
                to.Write(block.Bias[lane]);
            to.Write(block.Weights.Length);
            foreach (var weight in block.Weights)
                to.Write((Half)weight);
        }
    }

    private static TextClassifier Read(BinaryReader from)
    {
        var options = new TrainingOptions
        {
            WantedPrecision = from.ReadDouble(),
            Folds = from.ReadInt32(),
            Cost = from.ReadSingle(),
            MostWeightBytes = from.ReadInt64(),
        };
        var measured = (from.ReadDouble(), MeasuresFile.Read(from));
        var (names, letters) = (new List<string>(), new List<int>());
        for (var many = MeasuresFile.Count(from, Largest); names.Count < many; )
        {
            names.Add(from.ReadString());
            letters.Add(from.ReadInt32());
        }
        var (grams, rarity, texts) = (new List<ulong>(), new List<float>(), from.ReadInt32());
        for (var many = MeasuresFile.Count(from, Largest); grams.Count < many; )
        {
            grams.Add(from.ReadUInt64());
            rarity.Add(from.ReadSingle());
        }
        var vocabulary = Vocabulary.Of([.. grams], rarity, texts);
        if (vocabulary.Count != grams.Count)
            throw new InvalidDataException("A gram stands twice.");
        var blocks = new List<LinearBlock>();
        while (blocks.Count * LinearBlock.Lanes < names.Count)
            blocks.Add(ReadBlock(from, vocabulary.Count));
        return new TextClassifier(options, vocabulary, (names, letters), blocks, measured);
    }

    private static LinearBlock ReadBlock(BinaryReader from, int grams)
    {
        var bias = Vector256<float>.Zero;
        for (var lane = 0; lane < LinearBlock.Lanes; lane++)
            bias = bias.WithElement(lane, from.ReadSingle());
        var weights = new float[MeasuresFile.Count(from, grams * LinearBlock.Lanes)];
        for (var at = 0; at < weights.Length; at++)
            weights[at] = (float)from.ReadHalf();
        return new LinearBlock(weights, bias);
    }

    /// <summary>So many bytes, with no more memory than there are bytes.</summary>
    private static byte[] Exactly(Stream from, int many)
    {
        if (many is < 0 or > Largest)
            throw new TextClassifierDamaged("The text classifier is damaged: its length cannot be true.");
        var (bytes, filled) = (new byte[Math.Min(many, 1 << 16)], 0);
        while (filled < many)
        {
            if (filled == bytes.Length)
                Array.Resize(ref bytes, (int)Math.Min(many, filled * 2L));
            var read = from.Read(bytes, filled, bytes.Length - filled);
            if (read == 0)
                throw new TextClassifierDamaged("The text classifier is damaged: it ends too early.");
            filled += read;
        }
        return bytes;
    }
}
