using Suiying.Registry.Model.Pack;
using Suiying.Registry.Storage;

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
            cut
                ? (Phrase)$"城市数据包有 {problems.Count} 个以上问题，没有载入任何内容。请改正后再试。"
                : (Phrase)$"城市数据包有 {problems.Count} 个问题，没有载入任何内容。请改正后再试。"
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

/// <summary>Somebody else changed the city between reading and saving.</summary>
public sealed record CityChanged()
    : Refusal(RefusalKind.Conflict, "city_changed", "城市数据刚刚被别人更改，您的变更没有保存。请刷新后核对，再保存一次。");

/// <summary>Somebody changed an entry after who changes it now saw it.</summary>
public sealed record EntryChanged : Refusal
{
    private const int Named = 6;

    internal EntryChanged(EntryKind kind, string name, RegistryVersion by, EntryDifference what)
        : base(
            RefusalKind.Conflict,
            "entry_changed",
            $"{(Phrase)kind.Chinese()}“{name}”在这次填写之后已由{by.LoadedBy}更改（版本 {by.Version}，原因：{by.Reason ?? (Phrase)"载入城市数据包"}）：{Told(what)}。这次的变更没有保存；请核对后再保存一次，以您填的为准。"
        ) { }

    private static string Told(EntryDifference what) =>
        what.Ended ? Translations.Of("已移除")
        : what.Added ? Translations.Of("新增")
        : string.Join(
            '；',
            what.Fields.Take(Named)
                .Select(f => $"{Translations.Of(f.Field)}：{f.Before ?? Translations.Of("无")} → {f.After ?? Translations.Of("无")}")
        );
}

/// <summary>A proposal is decided on once.</summary>
public sealed record ProposalDecided() : Refusal(RefusalKind.Conflict, "proposal_decided", "这项变更已经处理过了，请刷新页面。");

/// <summary>Saving would make no difference.</summary>
public sealed record NothingChanged() : Refusal(RefusalKind.Conflict, "nothing_changed", "内容与现行的一样，没有可保存的变更。");

/// <summary>Open matters must have somebody.</summary>
public sealed record UnitNeedsSuccessor(int Open)
    : Refusal(
        RefusalKind.Conflict,
        "unit_needs_successor",
        $"该单位还有 {Open} 件未办结的诉求，请先指定承接单位：未办结的诉求会连同办理期限一起转由承接单位办理。"
    );

/// <summary>What is filed under a category, and what is ruled for it, must have somewhere to go.</summary>
public sealed record CategoryNeedsSuccessor(int Open, int Duties, int Deadlines)
    : Refusal(
        RefusalKind.Conflict,
        "category_needs_successor",
        $"该类别还有 {Open} 件未办结的诉求、{Duties} 条派单规则、{Deadlines} 条期限规则，请先指定承接类别：以后按承接类别派单和计时，已有的期限不变。"
    );

/// <summary>A tree is taken down from its leaves.</summary>
public sealed record HasParts(string Names) : Refusal(RefusalKind.Conflict, "has_parts", $"下面还有：{Names}。请先移走或停用它们。");

/// <summary>What was uploaded is no pack.</summary>
public sealed record UploadUnreadable(string Why) : Refusal(RefusalKind.Invalid, "upload_unreadable", Why);
