namespace Suiying.Engines.Text;

/// <summary>Tokens that must stand one after another.</summary>
/// <param name="Tokens">At least one; letters and digits only.</param>
/// <param name="LastIsPrefix">True where the last token is only the beginning of one.</param>
public sealed record SearchPhrase(IReadOnlyList<string> Tokens, bool LastIsPrefix)
{
    public bool Equals(SearchPhrase? other) =>
        other is not null && LastIsPrefix == other.LastIsPrefix && Tokens.SequenceEqual(other.Tokens, StringComparer.Ordinal);

    public override int GetHashCode() => HashCode.Combine(LastIsPrefix, Tokens.Count, Tokens[0]);
}

/// <summary>A search as phrases that must all be found. Made by <see cref="Bigrams.ForQuery"/>.</summary>
public sealed record SearchQuery(IReadOnlyList<SearchPhrase> Phrases)
{
    /// <summary>True where there was nothing to search for; it finds nothing, so a list usually shows everything instead.</summary>
    public bool IsEmpty => Phrases.Count == 0;

    /// <summary>
    /// Right side of FTS5's MATCH, such as <c>"幼儿 儿园" AND "12345"</c>. Safe for any input, as tokens hold neither quotes nor operators;
    /// still pass it as a parameter. An empty query is an empty phrase, which matches nothing.
    /// </summary>
    public string ToFts5() => IsEmpty ? "\"\"" : string.Join(" AND ", Phrases.Select(Fts5));

    /// <summary>
    /// Argument of <c>to_tsquery('simple', …)</c>, such as <c>('幼儿' &lt;-&gt; '儿园') &amp; '12345'</c>. Safe for any input; still pass it as a
    /// parameter. An empty query is an empty string, which matches nothing.
    /// </summary>
    public string ToTsQuery() => string.Join(" & ", Phrases.Select(TsQuery));

    private static string Fts5(SearchPhrase phrase) => $"\"{string.Join(' ', phrase.Tokens)}\"{(phrase.LastIsPrefix ? " *" : "")}";

    private static string TsQuery(SearchPhrase phrase)
    {
        var terms = string.Join(" <-> ", phrase.Tokens.Select(t => $"'{t}'"));
        var prefix = phrase.LastIsPrefix ? ":*" : "";
        return phrase.Tokens.Count > 1 ? $"({terms}{prefix})" : terms + prefix;
    }
}
