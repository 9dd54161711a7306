namespace Suiying.Engines.Places;

/// <summary>Chooses, of the places that a text tells of, that of the matter.</summary>
internal sealed class Matter(Gazetteer gazetteer)
{
    /// <summary>Areas that have nearly the same for them are not told apart.</summary>
    private const double Tie = 0.25;

    private const int Most = 10;

    public PlaceReading Of(string text, IReadOnlyList<Reading> readings)
    {
        var places = Deepest(readings)
            .Select((reading, order) => (Reading: reading, Value: Value(text, reading) + Later * order))
            .OrderByDescending(p => p.Value)
            .ToList();
        if (places is not [{ Reading: { Form: { } form } best } first, ..])
            return PlaceReading.None;
        var tied = best.Rivals.Where(r => r.Score >= best.Score - Tie).Select(r => r.Form.Area).Prepend(form.Area).ToList();
        var margin = places.Count > 1 ? first.Value - places[1].Value : 3;
        var confidence = Confidence.Of(best, tied.Count, margin);
        var others = best
            .Rivals.Select(r => r.Form.Area)
            .Concat(places.Skip(1).Where(p => p.Reading.Form is not null).Select(p => p.Reading.Form!.Area));
        var ask = tied.Count > 1;
        var alternatives = (ask ? tied : others.Distinct().Where(a => a != form.Area)).Take(Most).ToList();
        return new PlaceReading
        {
            Best = ask ? null : gazetteer[form.Area].Code,
            Confidence = ask ? 0 : confidence,
            Ask = ask,
            Alternatives =
            [
                .. alternatives.Select(a => new PlaceAlternative(gazetteer[a].Code, Share(ask, confidence, alternatives.Count))),
            ],
            Evidence = [.. Evidence(text, best, readings)],
        };
    }

    /// <summary>Of two places alike the later is meant: people say who they are before they say what is wrong.</summary>
    private const double Later = 0.3;

    private static double Share(bool ask, double confidence, int among) => ask ? confidence / among : (1 - confidence) / (among + 1);

    private static double Value(string text, Reading reading) =>
        0.5 * Math.Min(6, reading.Score) + 1.5 * Cues.Weight(text, reading.Start, reading.Mention.End);

    /// <summary>Each place once, by the deepest name that was said of it.</summary>
    private List<Reading> Deepest(IReadOnlyList<Reading> readings)
    {
        bool Leads(Reading high, Reading low) =>
            high.Form is { } above && low.Form is { } below && above.Area != below.Area && gazetteer.Within(below.Area, above.Area);
        return
        [
            .. readings
                .Where(r => !readings.Any(other => other.Score > r.Score && other.Mention.Overlaps(r.Mention)))
                .Where(r => r.Form is null || !readings.Any(low => Leads(r, low)))
                .GroupBy(r => r.Form?.Area ?? -1 - r.Mention.At)
                .Select(g => g.MaxBy(r => r.Score)!),
        ];
    }

    private IEnumerable<PlaceEvidence> Evidence(string text, Reading best, IReadOnlyList<Reading> readings)
    {
        var area = best.Form!.Area;
        foreach (var reading in readings.Where(r => r == best || (r.Form is { } form && gazetteer.Within(area, form.Area))))
        {
            var (mention, form) = (reading.Mention, reading.Form!);
            yield return new PlaceEvidence(mention.At, text[mention.At..mention.End], gazetteer[form.Area].Code, form.Text, mention.Kind);
        }
    }
}
