namespace Suiying.Scores.Model;

/// <summary>剔除理由: what a unit brings forward.</summary>
public sealed record ExclusionCase
{
    public required ExclusionGround? Ground { get; init; }

    public required string Statement { get; init; }

    /// <summary>Law, case number or document; which grounds need one, <see cref="ExclusionWords.Needs"/> says.</summary>
    public string Basis { get; init; } = "";

    /// <summary>Names of kept photos and documents.</summary>
    public IReadOnlyList<string> Files { get; init; } = [];

    internal IReadOnlyList<FieldProblem> Problems()
    {
        var problems = new List<FieldProblem>();
        if (Ground is null)
            problems.Add(new FieldProblem("ground", "请选择剔除的事由。"));
        if (Exclusion.TextProblem("statement", Statement) is { } text)
            problems.Add(text);
        if (Basis.Trim().Length > Exclusion.MostBasis)
            problems.Add(new FieldProblem("basis", $"依据不超过 {Exclusion.MostBasis} 个字。"));
        else if (Basis.Trim().Length == 0 && Ground is { } ground && NeedsBasis(ground))
            problems.Add(new FieldProblem("basis", $"这个事由要有依据：{(Phrase)ExclusionWords.Needs(ground)}"));
        return problems;
    }

    private bool NeedsBasis(ExclusionGround ground) =>
        ground switch
        {
            ExclusionGround.CallbackError => false,
            ExclusionGround.ForceMajeure or ExclusionGround.MaliciousRepeat => Files.Count == 0,
            _ => true,
        };
}
