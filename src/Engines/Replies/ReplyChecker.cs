namespace Suiying.Engines.Replies;

/// <summary>
/// 答复检查: looks for what commonly makes a reply fail its reader, with the clauses that show it. It compares words and knows no meaning: a doubt is
/// a reason to read once more, and a reply without doubts can still be wrong. Time grows with the length of the texts. Pure and thread-safe.
/// </summary>
public static class ReplyChecker
{
    private const int LeastPairs = 6;
    private const int EvidenceShown = 5;

    /// <summary>Any strings are accepted, broken surrogates and control characters included.</summary>
    /// <param name="title">The request's title; may be empty.</param>
    /// <param name="body">The request; may be empty.</param>
    /// <param name="reply">The whole reply with its greeting.</param>
    public static ReplyFindings Check(string title, string body, string reply)
    {
        var table = PhraseTable.Shipped;
        var clauses = Clauses.Of(reply);
        var substance = clauses.Where(c => !c.Has(table.Set)).ToList();
        var doubts = new List<ReplyFinding>();
        var isTemplate = !substance.Any(c => c.HasDigit() || c.Has(table.Fact));
        if (!isTemplate)
        {
            AddMatter(doubts, title, body, substance, table);
            AddUnlessEmpty(doubts, ReplyFault.Unexplained, Unexplained(substance, table));
        }
        AddUnlessEmpty(doubts, ReplyFault.Undated, Undated(clauses, table));
        if (isTemplate)
            doubts.Add(new ReplyFinding(ReplyFault.Template, clauses.Count > 0 ? [.. clauses.Take(EvidenceShown)] : [reply]));
        return new ReplyFindings(doubts);
    }

    private static void AddUnlessEmpty(List<ReplyFinding> doubts, ReplyFault fault, IEnumerable<string> evidence)
    {
        var shown = evidence.Take(EvidenceShown).ToList();
        if (shown.Count > 0)
            doubts.Add(new ReplyFinding(fault, shown));
    }

    private static void AddMatter(List<ReplyFinding> doubts, string title, string body, List<string> substance, PhraseTable table)
    {
        var answered = new Answered(string.Join('\n', substance), table);
        var wanted = Clauses.Pairs(title + "\n" + body, table).ToHashSet(StringComparer.Ordinal);
        var asked = Asked.In(body, table).Distinct().ToLookup(a => Asked.IsTakenUp(a, answered, table));
        var isPublicity = substance.Any(c => c.Has(table.Publicity));
        var isElsewhere = answered.Pairs.Count >= LeastPairs && wanted.Count > 0 && !wanted.Overlaps(answered.Pairs) && !asked[true].Any();
        if (!answered.IsHandled && (isPublicity || isElsewhere))
            doubts.Add(new ReplyFinding(ReplyFault.Irrelevant, [.. substance.Take(EvidenceShown)]));
        else if (asked[true].Any())
            AddUnlessEmpty(doubts, ReplyFault.Incomplete, asked[false]);
    }

    private static IEnumerable<string> Unexplained(List<string> substance, PhraseTable table) =>
        substance.Any(c => c.Has(table.Reason)) ? [] : substance.Where(c => c.Has(table.Refusal) && !c.Has(table.NoRefusal));

    /// <summary>A date counts in the clause of the promise and beside it, unless that clause tells of what is done.</summary>
    private static IEnumerable<string> Undated(List<string> clauses, PhraseTable table)
    {
        for (var at = 0; at < clauses.Count; at++)
        {
            if (!clauses[at].Has(table.Promise) || clauses[at].Has(table.NoPromise))
                continue;
            var beside = clauses.Skip(at - 1).Take(at > 0 ? 3 : 2).Where(c => c == clauses[at] || !c.Has(table.Past));
            if (!beside.Any(c => c.Has(table.Dated)))
                yield return clauses[at];
        }
    }
}
