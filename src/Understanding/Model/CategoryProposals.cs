using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;

namespace Suiying.Understanding.Model;

/// <summary>诉求类别的建议: what was learnt from decisions, and before anything was, what the city's own words say.</summary>
internal static class CategoryProposals
{
    public const int Most = 3;

    /// <summary>A category that is less likely is no proposal.</summary>
    private const double Least = 0.05;

    /// <summary>Best first; categories that are retired stand for what took their place.</summary>
    public static IReadOnlyList<CategoryProposal> Of(CategoryTree categories, PackWords words, CategoryAnswer? learnt, string text)
    {
        var proposals = new List<CategoryProposal>();
        foreach (var (code, probability, because) in learnt?.Labels ?? [])
        {
            if (categories.Find(categories.Acting(code)) is not { } category || category.IsRetired() || probability < Least)
                continue;
            proposals.Add(
                new CategoryProposal
                {
                    Category = category,
                    Confidence = probability,
                    Sure = learnt!.Sure && proposals.Count == 0,
                    Words = because,
                    Learnt = learnt.Learnt,
                }
            );
        }
        // What was learnt and is not sure is no better than words that stand in the text: they come beside it.
        if (proposals is not [{ Sure: true }, ..])
            proposals.AddRange(
                words.Find(text, Most).Select(found => new CategoryProposal { Category = found.Category, Words = found.Words })
            );
        return [.. proposals.DistinctBy(p => p.Category.Code).Take(Most)];
    }
}

/// <summary>What a learnt model answers to a text.</summary>
/// <param name="Labels">Codes with probability and the words that decided, best first.</param>
/// <param name="Sure">True where the first is likely enough to be right in 95 of 100 such cases, as measured when it was trained.</param>
/// <param name="Learnt">From how many decided matters.</param>
internal sealed record CategoryAnswer(
    IReadOnlyList<(string Code, double Probability, IReadOnlyList<string> Words)> Labels,
    bool Sure,
    int Learnt
);
