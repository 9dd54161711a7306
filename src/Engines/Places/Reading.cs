namespace Suiying.Engines.Places;

/// <summary>One mention with the area that it most probably names.</summary>
/// <param name="Mention">The words.</param>
/// <param name="Form">The best of what they may name; null where they name something outside.</param>
/// <param name="Score">How much speaks for it.</param>
/// <param name="Rivals">Other forms with their scores, best first.</param>
/// <param name="Above">The mention of an area above to which it is joined.</param>
internal sealed record Reading(
    Mention Mention,
    NameForm? Form,
    double Score,
    IReadOnlyList<(NameForm Form, double Score)> Rivals,
    Reading? Above
)
{
    /// <summary>Where the address begins whose last name this is.</summary>
    public int Start => Above?.Start ?? Mention.At;
}
