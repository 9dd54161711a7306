namespace Suiying.Engines.Replies;

/// <summary>What a request asks, thing by thing, and which of it a reply takes up.</summary>
internal static class Asked
{
    /// <summary>Clauses that ask or demand. One that names nothing itself (要多少钱？) stands with the clause before it.</summary>
    public static IEnumerable<string> In(string body, PhraseTable table)
    {
        var before = "";
        foreach (var clause in Clauses.Of(body))
        {
            if (clause.IsQuestion() || clause.Has(table.Ask))
                yield return Clauses.Pairs(clause, table).Any() ? clause : before + clause;
            before = clause;
        }
    }

    /// <summary>True where the reply holds a word of it, or the kind of answer that it asks for.</summary>
    public static bool IsTakenUp(string asked, Answered answered, PhraseTable table) =>
        Clauses.Pairs(asked, table).Any(answered.Pairs.Contains)
        || (answered.HasAmount && asked.Has(table.AsksAmount))
        || (answered.HasDate && asked.Has(table.AsksTime));
}
