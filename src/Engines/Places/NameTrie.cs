namespace Suiying.Engines.Places;

/// <summary>
/// Names by their characters, walked from a position of a text as far as any name goes. Names are short, so a walk from every position is
/// linear in the text; failure links, as in Aho and Corasick (1975), would only save the few steps that two walks share.
/// </summary>
internal sealed class NameTrie
{
    private const int LongestName = 24;

    private readonly Dictionary<(int Node, char Next), int> edges = [];
    private readonly List<List<NameForm>?> forms = [null];

    /// <summary>Adds a form under a key; a longer one than people say in a sentence is left out.</summary>
    public void Add(ReadOnlySpan<char> key, NameForm form)
    {
        if (key.Length > LongestName)
            return;
        var node = 0;
        foreach (var next in key)
        {
            if (!edges.TryGetValue((node, next), out var child))
            {
                edges[(node, next)] = child = forms.Count;
                forms.Add(null);
            }
            node = child;
        }
        (forms[node] ??= []).Add(form);
    }

    /// <summary>Every name that begins here, with its length, the shortest first.</summary>
    public void Walk(ReadOnlySpan<char> text, Action<int, IReadOnlyList<NameForm>> found)
    {
        var node = 0;
        for (var length = 1; length <= text.Length && edges.TryGetValue((node, text[length - 1]), out node); length++)
        {
            if (forms[node] is { } here)
                found(length, here);
        }
    }
}
