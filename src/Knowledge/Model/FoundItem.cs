using Suiying.Engines.Text;

namespace Suiying.Knowledge.Model;

/// <summary>查到的条目: an item that fits a question, with what is readable of it.</summary>
public sealed record FoundItem(KnowledgeItem Item, KnowledgeContent Content, SearchQuery Query, Standing Standing)
{
    private const int SnippetLength = 90;

    public bool Good => Validity.IsGood(Standing);

    public IReadOnlyList<TextPart> Title => Highlights.Of(Content.Title, Query);

    /// <summary>The question in other words that holds the most of what was asked; empty where none does, or the title says it all.</summary>
    public IReadOnlyList<TextPart> Variant
    {
        get
        {
            var best = Content.Variants.Select(v => Highlights.Of(v, Query)).MaxBy(Hits) ?? [];
            return Hits(best) > Hits(Title) ? best : [];
        }
    }

    public IReadOnlyList<TextPart> Snippet => Highlights.Around(Content.Answer.ReplaceLineEndings(" "), Query, SnippetLength);

    private static int Hits(IReadOnlyList<TextPart> parts) => parts.Where(p => p.Hit).Sum(p => p.Text.Length);
}
