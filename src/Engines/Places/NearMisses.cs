namespace Suiying.Engines.Places;

/// <summary>
/// Names with one character wrong, missing or too many. They are looked for only right behind the name of an area above, among what lies under it, and only up
/// to the word of their level: anywhere else one character of difference makes another name.
/// </summary>
internal sealed class NearMisses(Gazetteer gazetteer)
{
    /// <summary>So many names above are followed: a text tells of few places, and each costs a look at all that lies below.</summary>
    private const int MostParents = 6;

    private const int LongestBody = 8;

    /// <summary>Cost of a character that sounds right; a wrong one costs 1.</summary>
    private const double Heard = 0.3;

    /// <summary>
    /// Cost of a character that is missing or too many: all that was said stands in the name, or all of the name in what was said, which a wrong character
    /// leaves open.
    /// </summary>
    private const double Uneven = 0.8;

    /// <summary>What is found beside the mentions that are known.</summary>
    public List<Mention> Find(string text, IReadOnlyList<Mention> mentions)
    {
        var found = new List<Mention>();
        foreach (var above in mentions.Where(IsAbove).Take(MostParents))
        {
            var at = Links.Skip(text, above.End);
            if (mentions.Any(m => m.At >= above.End && m.At <= at && m.Rank > 1 && !m.Outside))
                continue;
            found.AddRange(At(text, at, above));
        }
        return found;
    }

    private bool IsAbove(Mention mention) =>
        !mention.Outside && mention.Forms.Any(f => gazetteer[f.Area].Level is PlaceLevel.County or PlaceLevel.Township);

    private IEnumerable<Mention> At(string text, int at, Mention above)
    {
        var areas = above.Forms.SelectMany(f => gazetteer.Below(f.Area)).Distinct();
        var best = new List<(NameForm Form, int End, double Cost)>();
        foreach (var form in areas.SelectMany(gazetteer.FormsOf).Where(f => f.Full && f.Body is >= 2 and <= LongestBody))
        {
            for (var body = form.Body - 1; body <= form.Body + 1; body++)
            {
                var end = at + body + form.Ending;
                if (body < 1 || end > text.Length || !text.AsSpan(at + body, form.Ending).SequenceEqual(form.Text.AsSpan(form.Body)))
                    continue;
                var cost = Cost(text.AsSpan(at, body), form.Text.AsSpan(0, form.Body));
                if (cost is > 0 and <= 1)
                    best.Add((form, end, cost));
            }
        }
        return best.GroupBy(b => b.End)
            .Select(g => new Mention(
                at,
                g.Key,
                PlaceMatchKind.Typo,
                [.. g.Where(b => b.Cost <= g.Min(o => o.Cost) + Heard / 2).Select(b => b.Form)]
            ))
            .OrderByDescending(m => m.Length)
            .Take(1);
    }

    /// <summary>Edit distance (Levenshtein 1965) of at most 1, else 2; a name of two characters keeps at least one of them.</summary>
    private double Cost(ReadOnlySpan<char> said, ReadOnlySpan<char> name)
    {
        var head = said.CommonPrefixLength(name);
        var left = said[head..];
        var right = name[head..];
        while (left.Length > 0 && right.Length > 0 && left[^1] == right[^1])
        {
            left = left[..^1];
            right = right[..^1];
        }
        if (left.Length == right.Length)
            return Substituted(left, right, name.Length);
        return left.Length + right.Length == 1 && name.Length > 1 && said.Length > 1 ? Uneven : 2;
    }

    private double Substituted(ReadOnlySpan<char> said, ReadOnlySpan<char> name, int length)
    {
        var (cost, wrong) = (0.0, 0);
        for (var i = 0; i < said.Length; i++)
        {
            if (said[i] == name[i])
                continue;
            var heard = gazetteer.SoundOf(said[i]) == gazetteer.SoundOf(name[i]);
            cost += heard ? Heard : 1;
            wrong += heard ? 0 : 1;
        }
        return wrong <= 1 && wrong < length ? Math.Min(cost, wrong == 0 ? 1 : cost) : 2;
    }
}
