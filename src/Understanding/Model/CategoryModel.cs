using System.Diagnostics.CodeAnalysis;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Engines.Learning;

namespace Suiying.Understanding.Model;

/// <summary>诉求类别 learnt from decided matters. Not thread-safe: its owner lets one in at a time.</summary>
internal sealed class CategoryModel(TextClassifier classifier)
{
    /// <summary>A shorter text teaches nothing.</summary>
    private const int Shortest = 4;

    private const int WordsShown = 3;

    public TextClassifier Engine => classifier;

    public CategoryAnswer Answer(string text, int most, bool because)
    {
        var said = classifier.Propose("", text, most);
        return new CategoryAnswer(
            [
                .. said.Labels.Select(l =>
                    (
                        l.Label,
                        l.Probability,
                        (IReadOnlyList<string>)(because ? [.. classifier.Words("", text, l.Label, WordsShown).Select(w => w.Text)] : [])
                    )
                ),
            ],
            !said.Abstains,
            classifier.Measures.Rows
        );
    }

    public void Learn(CitySnapshot city, MatterDecision decision)
    {
        if (Teaches(city, decision, out var category))
            classifier.Learn(new LabelledText("", decision.Text, category));
    }

    /// <summary>True where the decision says of which category of today's city its words are.</summary>
    public static bool Teaches(CitySnapshot city, MatterDecision decision, [NotNullWhen(true)] out string? category)
    {
        category = city.Categories.Acting(decision.Category);
        return decision.Decided is not DecisionKind.ReturnAccepted
            && decision.Text.Length >= Shortest
            && city.Categories.Find(category) is { } found
            && !found.IsRetired();
    }
}
