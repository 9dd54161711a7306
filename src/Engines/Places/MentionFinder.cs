namespace Suiying.Engines.Places;

/// <summary>Finds what names areas in a text: as it is written, and as it was heard.</summary>
internal sealed class MentionFinder(Gazetteer gazetteer, OutsidePlaces outside)
{
    /// <summary>More are not read: no one tells of so many places, and what follows is weighed against all of them.</summary>
    private const int Most = 300;

    /// <summary>In the order of the text; none lies in a better one.</summary>
    public List<Mention> Find(string text)
    {
        var spoken = string.Create(text.Length, text, Sounds);
        var found = new List<Mention>();
        for (var at = 0; at < text.Length && found.Count < Most; at++)
        {
            var from = at;
            gazetteer.Written.Walk(text.AsSpan(at), (length, forms) => found.Add(Written(from, length, forms)));
            gazetteer.Spoken.Walk(spoken.AsSpan(at), (length, forms) => AddHeard(found, text, from, length, forms));
            if (outside.LengthAt(text, at) is > 0 and var far)
                found.Add(new Mention(at, at + far, PlaceMatchKind.Short, []));
        }
        return WithoutWorse(found);
    }

    private void Sounds(Span<char> sounds, string text)
    {
        for (var i = 0; i < text.Length; i++)
            sounds[i] = gazetteer.SoundOf(text[i]);
    }

    private static Mention Written(int at, int length, IReadOnlyList<NameForm> forms) =>
        new(at, at + length, forms.Any(f => f.Full) ? PlaceMatchKind.Full : PlaceMatchKind.Short, forms);

    /// <summary>Only what differs from the name counts as heard wrong, and the word of the level must stand as it is.</summary>
    private static void AddHeard(List<Mention> found, string text, int at, int length, IReadOnlyList<NameForm> forms)
    {
        var said = text.AsSpan(at, length);
        var heard = new List<NameForm>();
        foreach (var form in forms)
        {
            if (!said.SequenceEqual(form.Text) && said.EndsWith(form.Text.AsSpan(form.Body)))
                heard.Add(form);
        }
        if (heard.Count > 0)
            found.Add(new Mention(at, at + length, PlaceMatchKind.Sound, heard));
    }

    private static List<Mention> WithoutWorse(List<Mention> found)
    {
        var kept = new List<Mention>();
        for (var i = 0; i < found.Count; i++)
        {
            if (!Neighbours(found, i).Any(other => Beats(other, found[i])))
                kept.Add(found[i]);
        }
        return kept;
    }

    /// <summary>Those that can overlap: all names are short, and the list is in the order of their beginnings.</summary>
    private static IEnumerable<Mention> Neighbours(List<Mention> found, int at)
    {
        const int Reach = 24;
        for (var i = at - 1; i >= 0 && found[i].At > found[at].At - Reach; i--)
            yield return found[i];
        for (var i = at + 1; i < found.Count && found[i].At < found[at].End; i++)
            yield return found[i];
    }

    private static bool Beats(Mention other, Mention mention)
    {
        if (!other.Overlaps(mention))
            return false;
        if (other.At == mention.At && other.End == mention.End)
            return other.Rank > mention.Rank
                || (mention.Outside && !other.Outside && other.Forms.Count > 0 && other.Exact && !mention.Exact);
        if (other.Covers(mention))
            return other.Rank >= mention.Rank;
        return other.Exact && !mention.Exact && other.Rank > mention.Rank;
    }
}
