namespace Suiying.Engines.Text;

/// <summary>A piece of a text.</summary>
/// <param name="Text">At least one character, as it was written.</param>
/// <param name="Hit">True where it holds what was searched for.</param>
public sealed record TextPart(string Text, bool Hit);

/// <summary>Where the words of a search stand in a text, so that a page marks them without a word of HTML in between.</summary>
public static class Highlights
{
    private const char FirstJoined = '\u2E80';

    /// <summary>The whole text; its parts put together are the text again.</summary>
    public static IReadOnlyList<TextPart> Of(string text, SearchQuery query) => Parts(text, Marks(text, query), 0, text.Length);

    /// <summary>About so many characters where most was found, with … where something is left out.</summary>
    /// <param name="text">As it was written.</param>
    /// <param name="query">What was searched for; one that is empty shows the beginning.</param>
    /// <param name="length">Longest piece, without the dots.</param>
    public static IReadOnlyList<TextPart> Around(string text, SearchQuery query, int length)
    {
        var marks = Marks(text, query);
        if (text.Length <= length)
            return Parts(text, marks, 0, text.Length);
        var start = Whole(text, Densest(marks, length));
        var end = Whole(text, Math.Min(text.Length, start + length));
        var parts = new List<TextPart>(Parts(text, marks, start, end));
        if (start > 0)
            parts.Insert(0, new TextPart("…", false));
        if (end < text.Length)
            parts.Add(new TextPart("…", false));
        return parts;
    }

    private static List<TextPart> Parts(string text, bool[] marks, int start, int end)
    {
        var parts = new List<TextPart>();
        for (var from = start; from < end; )
        {
            var to = from + 1;
            while (to < end && marks[to] == marks[from])
                to++;
            parts.Add(new TextPart(text[from..to], marks[from]));
            from = to;
        }
        return parts;
    }

    private static bool[] Marks(string text, SearchQuery query)
    {
        var marks = new bool[text.Length];
        var (folded, places) = Folded(text);
        foreach (var token in query.Phrases.SelectMany(Sought).Distinct())
        {
            for (
                var at = folded.IndexOf(token, StringComparison.Ordinal);
                at >= 0;
                at = folded.IndexOf(token, at + 1, StringComparison.Ordinal)
            )
            {
                if (token[0] < FirstJoined && (IsWord(folded, at - 1) || IsWord(folded, at + token.Length)))
                    continue;
                foreach (var place in places.AsSpan(at, token.Length))
                    marks.AsSpan(place.Start, place.Length).Fill(true);
            }
        }
        return marks;
    }

    /// <summary>A single character that only closes a run in the index would be found everywhere.</summary>
    private static IEnumerable<string> Sought(SearchPhrase phrase) =>
        phrase.Tokens.Where(t => phrase.Tokens.Count == 1 || t.Length > 1 || t[0] < FirstJoined);

    private static bool IsWord(string folded, int at) =>
        at >= 0 && at < folded.Length && folded[at] < FirstJoined && char.IsLetterOrDigit(folded[at]);

    /// <summary>The text as it is indexed, and where each of its characters comes from.</summary>
    private static (string Folded, (int Start, int Length)[] Places) Folded(string text)
    {
        var folded = new System.Text.StringBuilder(text.Length);
        var places = new List<(int, int)>(text.Length);
        var at = 0;
        foreach (var rune in text.EnumerateRunes())
        {
            var normal = NormalText.Of(rune.ToString());
            folded.Append(normal);
            // Half a pair counts as one character, whatever stands in for it.
            var length = Math.Min(rune.Utf16SequenceLength, text.Length - at);
            places.AddRange(Enumerable.Repeat((at, length), normal.Length));
            at += length;
        }
        return (folded.ToString(), [.. places]);
    }

    private static int Densest(bool[] marks, int length)
    {
        var (best, most, here) = (0, 0, marks.Take(length).Count(m => m));
        most = here;
        for (var start = 1; start + length <= marks.Length; start++)
        {
            here += (marks[start + length - 1] ? 1 : 0) - (marks[start - 1] ? 1 : 0);
            if (here > most)
                (best, most) = (start, here);
        }
        // Some words before what was found let it be understood.
        return most == 0 ? 0 : Math.Max(0, Math.Min(marks.Length - length, Array.IndexOf(marks, true, best) - length / 4));
    }

    /// <summary>Never between the halves of a pair.</summary>
    private static int Whole(string text, int at) => at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) ? at - 1 : at;
}
