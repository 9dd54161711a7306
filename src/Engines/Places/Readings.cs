namespace Suiying.Engines.Places;

/// <summary>Gives every mention of a text the area that it most probably names.</summary>
internal sealed class Readings(Gazetteer gazetteer, string text, IReadOnlyList<Mention> mentions)
{
    /// <summary>What a name must have for it to be taken for a place at all.</summary>
    private const double Enough = 2;

    /// <summary>A place above that the same words name is meant, unless the one below has this much more for it.</summary>
    private const double Shared = 1.5;

    private readonly Supports supports = new(gazetteer, text, mentions);
    private readonly Dictionary<Mention, Reading> done = [];

    /// <summary>In the order of the text; mentions that name no place are left out.</summary>
    public IReadOnlyList<Reading> All()
    {
        foreach (var mention in mentions)
        {
            if ((mention.Outside ? Outside(mention) : Inside(mention)) is { } reading)
                done[mention] = reading;
        }
        return [.. done.Values];
    }

    private Reading? Outside(Mention mention)
    {
        // 某省 before the city's own name, or a county of it, only leads to it.
        var leads = mentions.Any(m => !m.Outside && m.Exact && Links.Joined(text, mention, m) && m.Forms.Any(f => High(f.Area)));
        if (leads || Surroundings.Road(text, mention) || Surroundings.NoPlace(text, mention))
            return null;
        return new Reading(mention, null, Enough + 0.4 * Surroundings.Signs(text, mention), [], null);
    }

    private bool High(int area) => gazetteer[area].Level is PlaceLevel.City or PlaceLevel.County;

    private Reading? Inside(Mention mention)
    {
        var scored = mention
            .Forms.Where(f => gazetteer[f.Area].Level != PlaceLevel.City)
            .Select(f => (Form: f, Score: Score(mention, f)))
            .Where(s => s.Score >= Enough)
            .GroupBy(s => s.Form.Area)
            .Select(g => g.MaxBy(s => s.Score))
            .OrderByDescending(s => s.Score)
            .ThenBy(s => gazetteer[s.Form.Area].Code, StringComparer.Ordinal)
            .ToList();
        if (scored.Count == 0)
            return null;
        scored = WithoutBelow(scored);
        var above =
            supports.Before(mention) is { } before && done.TryGetValue(before, out var known) && Leads(known, scored[0].Form.Area)
                ? known
                : null;
        return new Reading(mention, scored[0].Form, scored[0].Score, scored[1..], above);
    }

    private bool Leads(Reading above, int area) => above.Form is not null && above.Mention.Forms.Any(f => gazetteer.Within(area, f.Area));

    private double Score(Mention mention, NameForm form)
    {
        var above = supports.FromAbove(mention, form.Area);
        var own = supports.Own(mention, form);
        if (form.Full || !mention.Exact)
            return own + above;
        if (Surroundings.Road(text, mention) || (above < 1 && Surroundings.NoPlace(text, mention)))
            return 0;
        // Two characters are too often a common word; a village is so called only right behind what it lies in, and apart from what follows.
        var common = gazetteer[form.Area].Level == PlaceLevel.Village && (form.Text.Length == 2 || NameForms.Road(form.Text));
        return common && (above < 1.5 || Surroundings.Signs(text, mention) == 0) ? 0 : own + above;
    }

    /// <summary>清苑张登 is the town and the village in it: the area that holds both is sure.</summary>
    private List<(NameForm Form, double Score)> WithoutBelow(List<(NameForm Form, double Score)> scored)
    {
        bool Held((NameForm Form, double Score) low) =>
            scored.Any(high =>
                high.Form.Area != low.Form.Area && high.Score >= low.Score - Shared && gazetteer.Within(low.Form.Area, high.Form.Area)
            );
        return [.. scored.Where(s => !Held(s))];
    }
}
