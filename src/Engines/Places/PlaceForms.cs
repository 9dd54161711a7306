namespace Suiying.Engines.Places;

/// <summary>How people say the names of areas: without the office's word behind them. Pure and thread-safe.</summary>
public static class PlaceForms
{
    private const int Least = 2;

    /// <summary>Words at the end that people leave out, longest first.</summary>
    private static readonly string[] Endings =
    [
        .. new[] { "社区居民委员会", "居民委员会", "村民委员会", "街道办事处", "管理委员会", "社区居委会", "居委会", "村委会" },
        .. new[] { "管委会", "街道", "社区", "自治县", "镇", "乡", "县", "区", "市" },
    ];

    /// <summary>Words that name an office rather than a place; without them a name is still said in full.</summary>
    private static readonly string[] Offices =
    [
        .. new[] { "居民委员会", "村民委员会", "居委会", "村委会", "办事处", "管理委员会", "管委会" },
    ];

    /// <summary>
    /// The forms in which an area is named, the official first: 天翔社区居民委员会, 天翔社区, 天翔. A form of one character says nothing
    /// and is left out, save the official one. A village's own name may end on 村, so that is kept: 孙村村民委员会 is 孙村, never 孙.
    /// </summary>
    /// <param name="official">The official name, spelt as the forms shall be.</param>
    /// <param name="village">True for the lowest level, where 村 may be put behind the name.</param>
    public static IReadOnlyList<string> Of(string official, bool village)
    {
        var forms = new List<string> { official };
        foreach (var office in Offices.Where(o => official.EndsWith(o, StringComparison.Ordinal)).Take(1))
            forms.Add(official[..^office.Length]);
        foreach (var ending in Endings.Where(e => official.EndsWith(e, StringComparison.Ordinal)).Take(1))
            forms.Add(official[..^ending.Length]);
        if (village && forms[^1] is { } last && !last.EndsWith('村') && official.Contains("村民委员会", StringComparison.Ordinal))
            forms.Add(last + "村");
        return [.. forms.Where((form, at) => at == 0 || form.Length >= Least).Distinct()];
    }
}
