namespace Suiying.Engines.Places;

/// <summary>All ways in which an area is named in running text: more than <see cref="PlaceForms"/>, which serves a search box.</summary>
internal static class NameForms
{
    private const int LeastBody = 2;

    /// <summary>A name without its office that ends on one of these is said of the road: 某某路街道 is not meant by 某某路.</summary>
    private static readonly string[] RoadEndings = ["路", "街", "大道", "胡同", "巷"];

    /// <summary>Words of a level, longest first, under which the same name is said after a town became a street office, a county a district.</summary>
    private static readonly Dictionary<PlaceLevel, string[]> Words = new()
    {
        [PlaceLevel.City] = ["市"],
        [PlaceLevel.County] = ["自治县", "县", "区", "市"],
        [PlaceLevel.Township] = ["街道办事处", "街道办", "街道", "镇", "乡"],
        [PlaceLevel.Village] =
        [
            .. new[] { "社区居民委员会", "居民委员会", "村民委员会", "社区居委会" },
            .. new[] { "居委会", "村委会", "社区", "村" },
        ],
    };

    public static IEnumerable<NameForm> Of(GazetteerEntry entry, int area, IReadOnlyList<string> above)
    {
        var words = Words[entry.Level];
        // Villages, unlike communities and street offices, are themselves called 某某街.
        var hamlet = entry.Name.Contains("村民", StringComparison.Ordinal);
        return Names(entry, above)
            .SelectMany(name => Spoken(entry.Level, name))
            .OrderBy(said => said.Supposed)
            .DistinctBy(said => said.Text, StringComparer.Ordinal)
            .Select(said => new NameForm(said.Text, area, Ending(said.Text, words), said.Supposed))
            .Where(form => form.Full ? form.Body >= 1 : form.Text.Length >= LeastBody && (hamlet || !Road(form.Text)));
    }

    private static IEnumerable<string> Names(GazetteerEntry entry, IReadOnlyList<string> above)
    {
        foreach (var name in entry.Aliases.Prepend(entry.Name).Select(Spelling.Plain))
        {
            yield return name;
            // 某某县城关街道 repeats the name above, which people then say once or not at all.
            foreach (var head in above.Where(h => h.Length >= LeastBody && name.StartsWith(h, StringComparison.Ordinal)))
                if (name.Length - head.Length > LeastBody)
                    yield return name[head.Length..];
        }
    }

    private static IEnumerable<(string Text, bool Supposed)> Spoken(PlaceLevel level, string name)
    {
        var village = level == PlaceLevel.Village;
        var forms = PlaceForms.Of(name, village);
        foreach (var form in forms)
            yield return (form, false);
        var bare = forms.MinBy(f => f.Length)!;
        if (village)
        {
            if (bare.EndsWith('村') && bare.Length > LeastBody)
                yield return (bare[..^1], false);
            foreach (var word in name.Contains("村民", StringComparison.Ordinal) ? ["村委会"] : new[] { "社区", "居委会" })
                yield return (bare + word, false);
        }
        else if (bare.Length >= LeastBody && bare.Length < name.Length)
            foreach (var word in Words[level])
                yield return (bare + word, true);
    }

    private static int Ending(string text, string[] words) =>
        words.FirstOrDefault(w => text.Length > w.Length && text.EndsWith(w, StringComparison.Ordinal))?.Length ?? 0;

    /// <summary>True where a name without the word of its level reads as that of a road.</summary>
    public static bool Road(string text) => RoadEndings.Any(e => text.EndsWith(e, StringComparison.Ordinal));
}
