namespace Suiying.Engines.Urgency;

/// <summary>
/// 紧急信号: reads how urgent a request is from its words, by a table of word families and of guards against their harmless uses. Recall comes
/// first: in doubt the grade is the higher one. Nothing is learnt and nothing is hidden: each signal shows its words. Time and memory grow
/// with the length of the text. Pure and thread-safe.
/// </summary>
public static class UrgencyReader
{
    /// <summary>The grade of a request without any signal.</summary>
    public const int Ordinary = 3;

    /// <summary>Reads title and body together. Any string is accepted, broken surrogates and control characters included.</summary>
    /// <param name="title">May be empty.</param>
    /// <param name="body">May be empty.</param>
    /// <param name="at">When it was said; a year named before this one is past.</param>
    public static UrgencyReading Read(string title, string body, DateTimeOffset at)
    {
        var table = SignalTable.Shipped;
        var text = Folded(title, body, table);
        var hits = new GuardedText(table, text, at.Year).Hits;
        var signals = Meetings(table, hits)
            .Select(m => new UrgencySignal(m.Rule.Kind, m.Rule.Grade, [.. m.Words.Select(w => Words(w, title, body))]))
            .OrderBy(s => s.Grade)
            .ThenBy(s => s.Words[0].Part)
            .ThenBy(s => s.Words[0].Start)
            .ToList();
        return new UrgencyReading(signals.Count > 0 ? signals[0].Grade : Ordinary, signals);
    }

    /// <summary>Title, line end, body, each character as the tables know it; positions stay.</summary>
    private static string Folded(string title, string body, SignalTable table) =>
        string.Create(
            title.Length + 1 + body.Length,
            (title, body, table),
            static (span, all) =>
            {
                for (var at = 0; at < all.title.Length; at++)
                    span[at] = all.table.Fold(all.title[at]);
                span[all.title.Length] = '\n';
                for (var at = 0; at < all.body.Length; at++)
                    span[all.title.Length + 1 + at] = all.table.Fold(all.body[at]);
            }
        );

    /// <summary>Each rule's first meeting of all its families, with the words that met.</summary>
    private static IEnumerable<(SignalRule Rule, IReadOnlyList<WordHit> Words)> Meetings(SignalTable table, IReadOnlyList<WordHit> hits)
    {
        var last = new int[table.TermCount];
        Array.Fill(last, -1);
        var met = new HashSet<SignalRule>(ReferenceEqualityComparer.Instance);
        for (var at = 0; at < hits.Count; at++)
        {
            var terms = table.TermsOf(hits[at].Word);
            foreach (var term in terms)
                last[term] = at;
            foreach (var rule in terms.SelectMany(term => table.RulesOfTerm[term]))
            {
                if (met.Contains(rule) || Meeting(rule, last, hits) is not { } words || Denied(table, rule, words, hits, at))
                    continue;
                met.Add(rule);
                yield return (rule, words);
            }
        }
    }

    private static List<WordHit>? Meeting(SignalRule rule, int[] last, IReadOnlyList<WordHit> hits)
    {
        var (from, to) = (int.MaxValue, 0);
        foreach (var term in rule.Terms)
        {
            if (last[term] < 0)
                return null;
            var hit = hits[last[term]];
            (from, to) = (Math.Min(from, hit.Start), Math.Max(to, hit.End));
        }
        if (to - from > rule.Window)
            return null;
        return [.. rule.Terms.Select(term => hits[last[term]]).Distinct().OrderBy(h => h.Start)];
    }

    /// <summary>True where the family that must be absent stands within a window of the meeting, before or after.</summary>
    private static bool Denied(SignalTable table, SignalRule rule, List<WordHit> words, IReadOnlyList<WordHit> hits, int at)
    {
        if (rule.Not is not { } term)
            return false;
        for (var i = at; i >= 0 && words[0].Start - hits[i].Start <= rule.Window; i--)
            if (table.TermsOf(hits[i].Word).Contains(term))
                return true;
        for (var i = at + 1; i < hits.Count && hits[i].Start - words[^1].End <= rule.Window; i++)
            if (table.TermsOf(hits[i].Word).Contains(term))
                return true;
        return false;
    }

    private static UrgencyWords Words(WordHit hit, string title, string body)
    {
        var start = hit.Start - title.Length - 1;
        return start < 0
            ? new UrgencyWords(TextPart.Title, hit.Start, hit.Length, title.Substring(hit.Start, hit.Length))
            : new UrgencyWords(TextPart.Body, start, hit.Length, body.Substring(start, hit.Length));
    }
}
