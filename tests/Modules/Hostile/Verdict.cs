using Suiying.Testing;

namespace Suiying.Tests.Hostile;

/// <summary>What was wrong with the answers to input that nobody sends who wants something: broken, without a word, or with markup of the input.</summary>
internal sealed class Verdict
{
    private readonly List<string> wrong = [];

    public IReadOnlyList<string> All => wrong;

    public void Add(string what, Page answer)
    {
        if ((int)answer.Status >= 500)
            wrong.Add($"{what}: {(int)answer.Status}");
        else if ((int)answer.Status >= 400 && answer.Text.Length < 20)
            wrong.Add($"{what}: {(int)answer.Status} without a word");
        else if (
            answer.ContentType == "text/html"
            && (
                answer.Text.Contains("<script>alert", StringComparison.Ordinal)
                || answer.Text.Contains("<img src=x", StringComparison.Ordinal)
            )
        )
            wrong.Add($"{what}: markup came back");
    }
}
