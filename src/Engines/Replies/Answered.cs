namespace Suiying.Engines.Replies;

/// <summary>What a reply holds, looked up once for all that was asked.</summary>
internal sealed class Answered(string reply, PhraseTable table)
{
    public HashSet<string> Pairs { get; } = [.. Clauses.Pairs(reply, table)];

    public bool HasAmount { get; } = reply.Has(table.Amount);

    public bool HasDate { get; } = reply.Has(table.Dated);

    /// <summary>True where it tells what was found or done in this case.</summary>
    public bool IsHandled { get; } = reply.Has(table.Handled);
}
