namespace Suiying.Engines.Urgency;

/// <summary>
/// The words of one text that count: not denied, not long past or settled, not wished or feared in general, not a figure of speech. A clause ends
/// at a comma, a sentence at a full stop, question mark or line end.
/// </summary>
internal sealed class GuardedText
{
    private const int NegationReach = 1;
    private const int FigureReach = 6;

    private readonly SignalTable table;
    private readonly string text;
    private readonly int year;
    private readonly bool settled;

    /// <summary>How many clauses end before each character, so that a long clause is not searched again for each word.</summary>
    private readonly int[] clauses;

    public GuardedText(SignalTable table, string text, int year)
    {
        (this.table, this.text, this.year) = (table, text, year);
        clauses = new int[text.Length + 1];
        for (var at = 0; at < text.Length; at++)
            clauses[at + 1] = clauses[at] + (IsClauseEnd(text[at]) ? 1 : 0);
        var hits = WithoutMasks(table.Words.In(text)).ToList();
        settled = hits.Any(h => Is(h, GuardKind.Settled));
        Hits = [.. Sentences(hits).SelectMany(Standing)];
    }

    /// <summary>In the order of the text.</summary>
    public IReadOnlyList<WordHit> Hits { get; }

    /// <summary>Drops what lies inside a longer harmless word: 着火 in 打不着火.</summary>
    private IEnumerable<WordHit> WithoutMasks(List<WordHit> hits)
    {
        // The furthest end of a mask that begins at or before a hit covers it if any does.
        var reach = 0;
        var at = 0;
        foreach (var hit in hits)
        {
            for (; at < hits.Count && hits[at].Start <= hit.Start; at++)
                if (Is(hits[at], GuardKind.Mask))
                    reach = Math.Max(reach, hits[at].End);
            if (hit.End > reach)
                yield return hit;
        }
    }

    private IEnumerable<List<WordHit>> Sentences(List<WordHit> hits)
    {
        var sentence = new List<WordHit>();
        var from = 0;
        foreach (var hit in hits)
        {
            if (sentence.Count > 0 && SentenceEndsBetween(from, hit.Start))
            {
                yield return sentence;
                sentence = [];
            }
            sentence.Add(hit);
            from = hit.Start;
        }
        yield return sentence;
    }

    private IEnumerable<WordHit> Standing(List<WordHit> sentence)
    {
        var now = sentence.Any(h => Is(h, GuardKind.Now));
        if (!now && (settled || sentence.Any(h => Is(h, GuardKind.Topic))))
            yield break;
        var (past, advice) = (false, false);
        WordHit? wish = null;
        WordHit? negation = null;
        WordHit? figure = null;
        foreach (var hit in sentence)
        {
            past = (past || Is(hit, GuardKind.Past) || IsEarlierYear(hit)) && !Is(hit, GuardKind.Now);
            advice |= Is(hit, GuardKind.Advice);
            wish = Is(hit, GuardKind.Wish) ? hit : wish;
            figure = Is(hit, GuardKind.Figure) ? hit : figure;
            if (table.TermsOf(hit.Word).Count > 0 && !advice && !Reaches(wish, hit, int.MaxValue) && !Reaches(figure, hit, FigureReach))
                if (!Reaches(negation, hit, NegationReach) && (!past || OutlastsYears(hit)))
                    yield return hit;
            negation = Is(hit, GuardKind.Negation) ? hit : negation;
        }
    }

    /// <summary>Wages earned last year are missing today.</summary>
    private bool OutlastsYears(WordHit hit) => table.TermsOf(hit.Word).Any(t => table.RulesOfTerm[t].Any(r => r.Kind is DangerKind.Wages));

    private bool IsEarlierYear(WordHit hit) =>
        Is(hit, GuardKind.Year)
        && hit.Start >= 4
        && int.TryParse(text.AsSpan(hit.Start - 4, 4), out var named)
        && named >= 1900
        && named < year;

    private bool Reaches(WordHit? guard, WordHit hit, int reach) =>
        guard is { } from && from.End <= hit.Start && hit.Start - from.End <= reach && clauses[hit.Start] == clauses[from.End];

    private bool SentenceEndsBetween(int from, int to)
    {
        for (var at = from; at < to; at++)
            if (IsSentenceEnd(text[at]))
                return true;
        return false;
    }

    private bool Is(WordHit hit, GuardKind kind) => table.GuardsOf(hit.Word).Contains(kind);

    private static bool IsSentenceEnd(char c) => c is '。' or '?' or '!' or '\n' or '.' or ';' or '…';

    private static bool IsClauseEnd(char c) => c is ',' or '、' or ':' || IsSentenceEnd(c);
}
