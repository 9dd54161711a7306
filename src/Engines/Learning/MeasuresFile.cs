namespace Suiying.Engines.Learning;

/// <summary>How measures are kept in a classifier's file.</summary>
internal static class MeasuresFile
{
    private const int Most = 1 << 24;

    public static void Write(BinaryWriter to, ClassifierMeasures measures)
    {
        to.Write(measures.Rows);
        to.Write(measures.Letters);
        to.Write(measures.Accuracy ?? double.NaN);
        to.Write(measures.MacroF1 ?? double.NaN);
        to.Write(measures.Coverage);
        to.Write(measures.Threshold);
        to.Write(measures.Labels.Count);
        foreach (var label in measures.Labels)
            to.Write(label);
        to.Write(measures.Confusions.Count);
        foreach (var (label, answered, count) in measures.Confusions)
        {
            to.Write(label);
            to.Write(answered);
            to.Write(count);
        }
    }

    public static ClassifierMeasures Read(BinaryReader from)
    {
        var (rows, letters, accuracy, macroF1) = (from.ReadInt32(), from.ReadInt32(), from.ReadDouble(), from.ReadDouble());
        var (coverage, threshold) = (from.ReadDouble(), from.ReadDouble());
        var (labels, confusions) = (new List<string>(), new List<LabelConfusion>());
        for (var many = Count(from, Most); labels.Count < many; )
            labels.Add(from.ReadString());
        for (var many = Count(from, Most); confusions.Count < many; )
            confusions.Add(new LabelConfusion(from.ReadString(), from.ReadString(), from.ReadInt32()));
        return new ClassifierMeasures
        {
            Rows = rows,
            Letters = letters,
            Labels = labels,
            Accuracy = double.IsNaN(accuracy) ? null : accuracy,
            MacroF1 = double.IsNaN(macroF1) ? null : macroF1,
            Coverage = coverage,
            Threshold = threshold,
            Confusions = confusions,
        };
    }

    /// <summary>How many follow, where that can be true.</summary>
    /// <exception cref="InvalidDataException">It cannot.</exception>
    public static int Count(BinaryReader from, int most) =>
        from.ReadInt32() is var many && many >= 0 && many <= most ? many : throw new InvalidDataException($"{many} cannot be.");
}
