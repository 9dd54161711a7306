using static Suiying.Knowledge.Model.KnowledgeAction;
using static Suiying.Knowledge.Model.KnowledgeState;

namespace Suiying.Knowledge.Model;

/// <summary>One allowed step of a version and why it is allowed.</summary>
public sealed record KnowledgeRow(KnowledgeState From, KnowledgeAction Action, KnowledgeState To, string Because, params Role[] By);

/// <summary>The life of one version of an item as a table. 承办人 acts only for the unit that owns the item.</summary>
public static class KnowledgeLifecycle
{
    public static IReadOnlyList<KnowledgeRow> Rows { get; } =
    [
        new(Draft, Edit, Draft, "草稿随时可以修改。", Role.UnitHandler),
        new(Draft, Import, Draft, "同一条目再次导入，更新草稿，不重复。", Role.UnitHandler, Role.Reviewer, Role.System),
        new(Draft, Submit, UnitReview, "写好后送本单位复核。", Role.UnitHandler),
        new(Draft, Discard, Discarded, "不需要的草稿可以放弃，留下记录。", Role.UnitHandler),
        new(UnitReview, Confirm, HotlineReview, "单位对真实、准确负责，由另一人复核；只有一名承办人的由本人确认。", Role.UnitHandler),
        new(UnitReview, SendBack, Draft, "复核发现问题的退回修改。", Role.UnitHandler),
        new(HotlineReview, Publish, Published, "热线审核通过的发布，没有经手这一版的人审核。", Role.Reviewer),
        new(HotlineReview, SendBack, Draft, "审核不通过的退回修改，说明理由。", Role.Reviewer),
        new(Published, Revise, Draft, "改动先写成新的草稿，发布前原来的照常可查。", Role.UnitHandler),
        new(Published, Import, Draft, "再次导入已发布的条目，成为新的草稿。", Role.UnitHandler, Role.Reviewer, Role.System),
        new(Published, Review, Published, "到期复核，核对无误的继续有效。", Role.UnitHandler),
        new(Published, Replace, Replaced, "新的一版发布，旧的一版存档。", Role.System),
        new(Published, Withdraw, Withdrawn, "不再适用或有错的撤下。", Role.Reviewer, Role.Supervisor),
        new(Withdrawn, Revise, Draft, "撤下的可以改好再发布。", Role.UnitHandler),
        new(Withdrawn, Import, Draft, "再次导入撤下的条目，成为新的草稿。", Role.UnitHandler, Role.Reviewer, Role.System),
        new(Discarded, Revise, Draft, "放弃的可以重新写。", Role.UnitHandler),
        new(Discarded, Import, Draft, "再次导入放弃的条目，成为新的草稿。", Role.UnitHandler, Role.Reviewer, Role.System),
    ];

    /// <summary>Steps that make a version of their own and leave the one they start from as it is.</summary>
    public static IReadOnlySet<KnowledgeAction> Beginnings { get; } = new HashSet<KnowledgeAction> { Revise, Import };

    public static KnowledgeRow? Find(KnowledgeState from, KnowledgeAction action) =>
        Rows.FirstOrDefault(r => r.From == from && r.Action == action);

    /// <summary>True where a version no longer changes.</summary>
    public static bool IsFinal(KnowledgeState state) => state is Replaced or Withdrawn or Discarded;
}
