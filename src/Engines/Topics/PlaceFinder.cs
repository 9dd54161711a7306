namespace Suiying.Engines.Topics;

/// <summary>Where in a folded text a place is named: the ending decides, a break or an area's name bounds it on the left.</summary>
internal static class PlaceFinder
{
    /// <summary>Characters of a name that are held; three tell 绿洲铭城 from 绿洲新城 and do not reach into the sentence before.</summary>
    private const int Held = 3;

    /// <summary>前廖家营村 and 后廖家营村 lie side by side, so a village's side belongs to its name.</summary>
    private const string Sides = "东西南北前后大小上下中";

    /// <summary>Ends the name of a larger area.</summary>
    private const string AreaEnds = "市县区镇乡";

    private static readonly Dictionary<char, (string Ending, PlaceKind Kind, bool Kept)[]> ByLast = PlaceEndings
        .All.GroupBy(e => e.Ending[^1])
        .ToDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Kind, where the held part of the name begins and ends (exclusive), and where the ending ends.</summary>
    public static IEnumerable<(PlaceKind Kind, int Start, int Last, int End)> Names(string text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (!ByLast.TryGetValue(text[at], out var endings))
                continue;
            foreach (var (ending, kind, kept) in endings)
            {
                var from = at + 1 - ending.Length;
                if (from < 1 || string.CompareOrdinal(text, from, ending, 0, ending.Length) != 0)
                    continue;
                if (Name(text, from, at + 1, kind, kept) is { } name)
                    yield return name;
                break;
            }
        }
    }

    /// <summary>The name right before a building's number: 恒馨苑2号楼.</summary>
    public static (PlaceKind Kind, int Start, int Last, int End)? Before(string text, int at) =>
        Name(text, at, at, PlaceKind.Estate, kept: false);

    private static (PlaceKind Kind, int Start, int Last, int End)? Name(string text, int from, int end, PlaceKind kind, bool kept)
    {
        if (end - from == 1 && end < text.Length && Continues(text[end - 1], text[end]))
            return null;
        // The ending's first character belongs to the name where people say it: 第四中学 is 第四中, 凉塘路 is 凉塘路.
        var last =
            !kept ? from
            : end - from == 1 ? end
            : from + 1;
        var start = from;
        var held = Held + (IsOfFamily(text, from, kind) ? 1 : 0);
        while (start > 0 && last - start < held && FoldedText.IsJoined(text[start - 1]) && !IsBreak(text, start - 1))
            start--;
        // 佳乡花园 is a garden, and no garden of the town 佳乡.
        while (start == from && start > 0 && last - start < held && AreaEnds.Contains(text[start - 1], StringComparison.Ordinal))
            start--;
        if (kind is PlaceKind.Village && start > 0 && last - start == held && Sides.Contains(text[start - 1], StringComparison.Ordinal))
            start--;
        if (from - start < 1 || last - start < 2 || IsNone(text, start, from, end))
            return null;
        return (kind, start, last, end);
    }

    /// <summary>廖家营村, 王各庄村: the family before 家 or 各 tells it from the other villages.</summary>
    private static bool IsOfFamily(string text, int from, PlaceKind kind) =>
        kind is PlaceKind.Village && from > 2 && text[from - 2] is '家' or '各';

    /// <summary>True where the name cannot reach over this character: a joining word, or the end of a larger area's name.</summary>
    private static bool IsBreak(string text, int at) =>
        PlaceEndings.Breaks.Contains(text[at], StringComparison.Ordinal) || AreaEnds.Contains(text[at], StringComparison.Ordinal);

    /// <summary>True where an ending is only the beginning of another word: 清苑区, 路面.</summary>
    private static bool Continues(char ending, char next) =>
        ending == '路' ? "面灯况障基费过由途程径".Contains(next, StringComparison.Ordinal)
        : ending == '街' ? next == '道'
        : next is '区' or '县' or '市' or '镇' or '乡';

    private static bool IsNone(string text, int start, int from, int end)
    {
        var before = text[start..from];
        if (PlaceEndings.NoNames.Contains(before) || (before.Length > 2 && PlaceEndings.NoNames.Contains(before[^2..])))
            return true;
        // 云杉花园广场舞 names the garden and no square; but 朝阳大街小学 is a school, called after its street.
        if (
            end > from
            && PlaceEndings.All.Any(e => e.Ending.Length == 2 && e.Kind is not PlaceKind.Road && text.AsSpan(0, from).EndsWith(e.Ending))
        )
            return true;
        for (var length = 2; length <= 3 && end - length >= start; length++)
        {
            if (end - from == 1 && PlaceEndings.NoPlaces.Contains(text[(end - length)..end]))
                return true;
        }
        return false;
    }
}
