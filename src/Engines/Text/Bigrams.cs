using System.Text;

namespace Suiying.Engines.Text;

/// <summary>
/// Makes the tokens of Chinese full-text search, so that SQLite's FTS5 (tokenizer <c>unicode61</c>) and PostgreSQL (configuration
/// <c>simple</c>) only have to split at spaces and find the same.
/// <para>
/// A run of Chinese becomes its overlapping pairs, then its last character alone: 幼儿园 is indexed as <c>幼儿 儿园 园</c>. So a word of two
/// characters is one token, a longer one a phrase of pairs, and one character is the beginning of a token (园*), because every character
/// either begins a pair or ends a run. That costs one token per run; indexing every character as well would double the index. Latin letters
/// and digits stay whole words and are found only whole.
/// </para>
/// </summary>
public static class Bigrams
{
    /// <summary>Longest word of letters and digits, in characters; what is beyond is cut off. PostgreSQL refuses terms over 2,046 bytes.</summary>
    public const int LongestWord = 64;

    /// <summary>Longest index text, in UTF-16 units; what is beyond is not indexed. PostgreSQL refuses a tsvector over 1 MiB.</summary>
    public const int LongestIndex = 200_000;

    /// <summary>Longest query that is read, in UTF-16 units.</summary>
    public const int LongestQuery = 200;

    /// <summary>Most phrases of one query; FTS5's parser allows only so deep an expression.</summary>
    public const int MostPhrases = 16;

    /// <summary>The tokens of a text, separated by spaces; empty where nothing can be searched. Any string is accepted.</summary>
    public static string ForIndex(string text)
    {
        var index = new StringBuilder(Math.Min(text.Length * 3, LongestIndex));
        foreach (var run in TextRuns.Of(text))
        {
            foreach (var (start, length) in Tokens(run, withLast: true))
            {
                if (index.Length + length + 1 > LongestIndex)
                    return index.ToString();
                if (index.Length > 0)
                    index.Append(' ');
                index.Append(run.Text, start, length);
            }
        }
        return index.ToString();
    }

    /// <summary>
    /// What a person typed, as phrases that must all be found. Spaces and punctuation separate phrases; 5号楼 is one phrase. Any string is
    /// accepted and no character of it is an operator.
    /// </summary>
    public static SearchQuery ForQuery(string text)
    {
        var phrases = new List<SearchPhrase>();
        var phrase = new List<TextRun>();
        foreach (var run in Runs(text))
        {
            if (!run.FollowsDirectly && phrase.Count > 0)
            {
                phrases.Add(Phrase(phrase));
                phrase = [];
            }
            phrase.Add(run);
        }
        if (phrase.Count > 0)
            phrases.Add(Phrase(phrase));

        return new SearchQuery([.. phrases.Distinct().Take(MostPhrases)]);
    }

    private static SearchPhrase Phrase(List<TextRun> runs)
    {
        var tokens = new List<string>();
        for (var i = 0; i < runs.Count; i++)
        {
            var run = runs[i];
            // Where another run follows at once, the text's run ends here too, so its single last character stands between them.
            var withLast = i < runs.Count - 1 || run.IsSingle;
            tokens.AddRange(Tokens(run, withLast).Select(token => run.Text.Substring(token.Start, token.Length)));
        }

        return new SearchPhrase(tokens, LastIsPrefix: runs[^1] is { Joined: true, IsSingle: true });
    }

    private static IEnumerable<(int Start, int Length)> Tokens(TextRun run, bool withLast)
    {
        if (!run.Joined)
            return [(0, run.LengthOf(LongestWord))];

        return withLast ? run.Pairs().Append((run.LastAt, run.Text.Length - run.LastAt)) : run.Pairs();
    }

    private static List<TextRun> Runs(string query)
    {
        if (query.Length <= LongestQuery)
            return [.. TextRuns.Of(query)];

        // Where the cut may have gone through a word, that word would be found nowhere; without it the search only finds more.
        var runs = TextRuns.Of(query[..LongestQuery]).ToList();
        if (runs is [.., { Joined: false }])
            runs.RemoveAt(runs.Count - 1);
        return runs;
    }
}
