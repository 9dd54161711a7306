using System.Globalization;
using Microsoft.Extensions.Localization;
using Suiying.Design;

namespace Suiying.Scores.Model;

/// <summary>
/// 分组的一页: which units of a group are shown together. A group may be all villages of a city; places and sums are of the whole of it.
/// </summary>
public sealed record GroupPage
{
    /// <summary>Units on a page.</summary>
    public const int Size = 100;

    private GroupPage(int number, int all) => (Number, All) = (number, all);

    /// <summary>Its place among the pages, from 1.</summary>
    public int Number { get; }

    /// <summary>Units of the whole group.</summary>
    public int All { get; }

    /// <summary>The group has more units than one page.</summary>
    public bool IsPart => All > Size;

    /// <summary>The page of an address, or the nearest that there is.</summary>
    /// <param name="number">As the address has it; null or no number is the first.</param>
    /// <param name="all">Units of the whole group.</param>
    public static GroupPage At(string? number, int all) =>
        new(int.TryParse(number, CultureInfo.InvariantCulture, out var said) ? Math.Clamp(said, 1, Last(all)) : 1, all);

    /// <summary>Those of the group that are shown.</summary>
    public IEnumerable<T> Of<T>(IEnumerable<T> rows) => rows.Skip((Number - 1) * Size).Take(Size);

    /// <summary>Address of the page before; null where this is the first.</summary>
    /// <param name="first">Address of the first, with its query.</param>
    public string? Previous(string first) => Number > 1 ? Address(first, Number - 1) : null;

    /// <summary>Address of the page after; null where this is the last.</summary>
    /// <param name="first">Address of the first, with its query.</param>
    public string? Next(string first) => Number < Last(All) ? Address(first, Number + 1) : null;

    /// <summary>Which they are.</summary>
    public string Words(IStringLocalizer<Texts> t) =>
        t[
            "第 {0}–{1} 个，共 {2} 个",
            Moments.Count((Number - 1) * Size + 1),
            Moments.Count(Math.Min(Number * Size, All)),
            Moments.Count(All)
        ];

    private static string Address(string first, int number) => string.Create(CultureInfo.InvariantCulture, $"{first}&page={number}");

    private static int Last(int all) => Math.Max(1, (all + Size - 1) / Size);
}
