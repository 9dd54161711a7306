using Suiying.Engines.Text;

namespace Suiying.Knowledge.Model;

/// <summary>检索问句: what a person asks, without the words that every question has.</summary>
public static class Question
{
    public const int Longest = 60;

    private static readonly string[] Fillers =
    [
        "我想问一下",
        "我想咨询",
        "请问一下",
        "怎么办理",
        "如何办理",
        "怎么办",
        "是什么",
        "在哪里",
        "在哪儿",
        "我想",
        "请问",
        "怎么",
        "怎样",
        "如何",
        "哪里",
        "哪儿",
        "在哪",
        "什么",
        "多少",
        "吗",
        "呢",
        "？",
        "?",
    ];

    /// <summary>The query of what is left; of the whole where nothing would be.</summary>
    public static SearchQuery Of(string words)
    {
        var rest = words.Length <= Longest ? words : words[..Longest];
        foreach (var filler in Fillers)
            rest = rest.Replace(filler, " ", StringComparison.Ordinal);
        var query = Bigrams.ForQuery(rest);
        return query.IsEmpty ? Bigrams.ForQuery(words) : query;
    }

    /// <summary>The tokens that count: a single character only where it stands alone, and then as a beginning.</summary>
    public static IReadOnlyList<(string Token, bool Begins)> Tokens(SearchQuery query) =>
        [
            .. query
                .Phrases.SelectMany(p =>
                    p.Tokens.Where(t => p.Tokens.Count == 1 || t.Length > 1).Select(t => (t, p.LastIsPrefix && p.Tokens.Count == 1))
                )
                .Distinct(),
        ];
}
