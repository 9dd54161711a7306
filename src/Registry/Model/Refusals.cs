using Suiying.Registry.Model.Pack;

namespace Suiying.Registry.Model;

/// <summary>The pack has problems; nothing of it was taken over.</summary>
public sealed record PackIsBroken : Refusal
{
    /// <param name="problems">Each with file, row and field.</param>
    /// <param name="cut">True where there were more than are listed.</param>
    public PackIsBroken(IReadOnlyList<PackProblem> problems, bool cut)
        : base(
            RefusalKind.Invalid,
            "pack_is_broken",
            $"城市数据包有 {problems.Count}{(cut ? " 个以上" : " 个")}问题，没有载入任何内容。请改正后再试。"
        )
    {
        Problems = problems;
        Fields = [.. problems.Select(p => new FieldProblem(p.Place, p.Sentence))];
    }

    public IReadOnlyList<PackProblem> Problems { get; }
}

/// <summary>A map needs something to begin with.</summary>
public sealed record NothingPlaced()
    : Refusal(
        RefusalKind.Invalid,
        "nothing_placed",
        "areas.csv 中没有任何县级或乡级的位置，无法生成示意图。请至少给出市或一个区县驻地的经纬度。"
    );
