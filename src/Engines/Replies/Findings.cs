namespace Suiying.Engines.Replies;

/// <summary>One doubt about a reply.</summary>
/// <param name="Fault">What may be wrong.</param>
/// <param name="Evidence">Clauses that show it: of the request for what is not answered, of the reply for all else. At least one.</param>
public sealed record ReplyFinding(ReplyFault Fault, IReadOnlyList<string> Evidence);

/// <summary>What a handler and a reviewer should look at once more. Never a refusal: whether the reply is good, a person says.</summary>
/// <param name="Doubts">In the order of <see cref="ReplyFault"/>, each fault at most once; none where nothing was found.</param>
public sealed record ReplyFindings(IReadOnlyList<ReplyFinding> Doubts);
