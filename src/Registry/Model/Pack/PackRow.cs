using System.Globalization;

namespace Suiying.Registry.Model.Pack;

/// <summary>One row; reading a cell reports what is wrong with it and goes on with a harmless value, so that all is found at once.</summary>
internal sealed class PackRow(PackFolder folder, string file, int row, IReadOnlyDictionary<string, int> index, string[] cells)
{
    public int Row => row;

    public IReadOnlyList<string> Cells => cells;

    public void Report(string field, Phrase problem, Phrase? expected = null) => folder.Report(file, row, field, problem, expected);

    public string? Optional(string field) => index.TryGetValue(field, out var at) && cells[at].Length > 0 ? cells[at] : null;

    public string Text(string field)
    {
        if (Optional(field) is { } text)
            return text;
        Report(field, $"{field} 不能为空。");
        return "";
    }

    public T Word<T>(string field)
        where T : struct, Enum
    {
        var text = Text(field);
        if (text.Length == 0)
            return default;
        return WordOf<T>(text) ?? Unknown<T>(field, text);
    }

    public T? OptionalWord<T>(string field)
        where T : struct, Enum => Optional(field) is { } text ? WordOf<T>(text) ?? Unknown<T>(field, text) : null;

    public int? Whole(string field, int least, int most)
    {
        if (Optional(field) is not { } text)
            return null;
        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Report(field, $"“{text}”不是 {least} 到 {most} 的整数。", $"{least}–{most}");
        return null;
    }

    public double? Number(string field)
    {
        if (Optional(field) is not { } text)
            return null;
        const NumberStyles Plain = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint;
        if (double.TryParse(text, Plain, CultureInfo.InvariantCulture, out var number) && double.IsFinite(number))
            return number;
        Report(field, $"“{text}”不是数。", "十进制的度，如 115.46");
        return null;
    }

    public bool Flag(string field, bool otherwise)
    {
        if (Optional(field) is not { } text)
            return otherwise;
        if (bool.TryParse(text, out var flag))
            return flag;
        Report(field, $"“{text}”不是 true 或 false。", "true 或 false");
        return otherwise;
    }

    public IReadOnlyList<string> List(string field) =>
        Optional(field)?.Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [];

    /// <summary>The word itself and nothing else: no numbers, no other case.</summary>
    internal static T? WordOf<T>(string text)
        where T : struct, Enum => Enum.GetNames<T>().Contains(text) ? Enum.Parse<T>(text) : null;

    private T Unknown<T>(string field, string text)
        where T : struct, Enum
    {
        Report(field, $"不认识“{text}”。", string.Join('、', Enum.GetNames<T>()));
        return default;
    }
}
