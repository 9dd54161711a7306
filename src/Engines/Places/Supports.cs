namespace Suiying.Engines.Places;

/// <summary>What an area has for it: its own name, and names of the areas above it in the same text.</summary>
internal sealed class Supports(Gazetteer gazetteer, string text, IReadOnlyList<Mention> mentions)
{
    private readonly ILookup<int, (Mention Mention, NameForm Form)> byArea = mentions
        .SelectMany(m => Highest(gazetteer, m).Select(f => (f.Area, Said: (Mention: m, Form: f))))
        .ToLookup(p => p.Area, p => p.Said);

    private readonly ILookup<int, Mention> byEnd = mentions.ToLookup(m => m.End);

    /// <summary>The mention to which this one is joined; the longest where several are.</summary>
    public Mention? Before(Mention mention)
    {
        for (var end = mention.At; end >= Math.Max(0, mention.At - 3); end--)
        {
            if (byEnd[end].Where(m => m.Rank > 1 && Links.Joined(text, m, mention)).MaxBy(m => m.Length) is { } before)
                return before;
        }
        return null;
    }

    /// <summary>What the form says by itself: 3 for a full name as it is written.</summary>
    public double Own(Mention mention, NameForm form)
    {
        var level = gazetteer[form.Area].Level;
        var prominence = level switch
        {
            PlaceLevel.County => 0.7,
            PlaceLevel.Township => 0.3,
            _ => 0,
        };
        return mention.Kind switch
        {
            PlaceMatchKind.Typo => 1.6,
            PlaceMatchKind.Sound when form.Full => form.Body > 1 ? 2.2 : 1.7,
            PlaceMatchKind.Sound => 0.3,
            _ when form.Full => form.Supposed ? 2.6 : 3,
            _ => 0.9 + 0.4 * Math.Min(2, form.Text.Length - 2) + prominence + 0.4 * Surroundings.Signs(text, mention),
        };
    }

    /// <summary>What names above say for the area; below 0 where the name that it is joined to is of another area.</summary>
    public double FromAbove(Mention mention, int area)
    {
        var sum = gazetteer
            .Above(area)
            .Sum(above => byArea[above].Select(said => Link(said.Mention, said.Form, mention)).DefaultIfEmpty().Max());
        return sum + Against(mention, area);
    }

    /// <summary>Words that name a county and the town in it say no more than the county.</summary>
    private static IEnumerable<NameForm> Highest(Gazetteer gazetteer, Mention mention) =>
        mention.Forms.Where(f =>
            gazetteer[f.Area].Level is PlaceLevel.County or PlaceLevel.Township
            && !mention.Forms.Any(high => high.Area != f.Area && gazetteer.Within(f.Area, high.Area))
        );

    private double Link(Mention above, NameForm form, Mention mention)
    {
        // The same words said twice are no address.
        if (above.Overlaps(mention) || text.AsSpan(above.At, above.Length).SequenceEqual(text.AsSpan(mention.At, mention.Length)))
            return 0;
        var quality = above.Kind switch
        {
            PlaceMatchKind.Full or PlaceMatchKind.Short => form.Full ? 1 : 0.8,
            PlaceMatchKind.Sound => 0.8,
            _ => 0.7,
        };
        if (Links.Joined(text, above, mention))
            return 2 * quality;
        return (above.At < mention.At ? 1.1 : 0.7) * quality;
    }

    private double Against(Mention mention, int area)
    {
        if (Before(mention) is not { } before)
            return 0;
        if (before.Outside)
            return -4;
        if (before.Forms.Any(f => gazetteer.Within(area, f.Area) || gazetteer.Within(f.Area, area)))
            return 0;
        return before.Kind == PlaceMatchKind.Full ? -2 : -1;
    }
}
