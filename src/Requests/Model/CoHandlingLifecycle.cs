using static Suiying.Requests.Model.CoState;
using static Suiying.Requests.Model.RequestAction;

namespace Suiying.Requests.Model;

/// <summary>Whose step it is.</summary>
public enum CoSide
{
    /// <summary>The unit that asked, or the one that answers for the request.</summary>
    Asker,

    CoHandler,

    Hotline,
}

/// <summary>One allowed step of a co-handling, whose it is, and why it is allowed.</summary>
public sealed record CoHandlingRow(CoState From, RequestAction Action, CoState To, CoSide By, string Because);

/// <summary>The life of one 协办 or 吹哨 as a table. It runs inside <see cref="RequestLifecycle"/>, as 交办下级 does; several run side by side.</summary>
public static class CoHandlingLifecycle
{
    public static IReadOnlyList<CoHandlingRow> Rows { get; } =
    [
        new(Asked, CoSign, Signed, CoSide.CoHandler, "协办单位签收，被吹哨的单位报到。"),
        new(Signed, CoInterim, Signed, CoSide.CoHandler, "按时办不完的，说明理由并反馈阶段情况。"),
        new(Signed, CoReport, Reported, CoSide.CoHandler, "办完后向牵头单位反馈结果。"),
        new(Asked, CoDecline, Disputed, CoSide.CoHandler, "不属于本单位职责的，说明依据，由热线裁定。"),
        new(Signed, CoDecline, Disputed, CoSide.CoHandler, "签收后发现不属于本单位职责的，仍可说明依据。"),
        new(Disputed, CoOrder, Asked, CoSide.Hotline, "热线裁定应当协办的，不得再推。"),
        new(Disputed, CoRelease, Released, CoSide.Hotline, "热线裁定不属于其职责的，不必协办。"),
        new(Reported, CoAccept, Accepted, CoSide.Asker, "牵头单位核对并评价，对整件负责。"),
        new(Reported, CoSendBack, Signed, CoSide.Asker, "反馈不完整的退回重办，期限不变。"),
        .. new[] { Asked, Signed, Reported, Disputed }.Select(state => new CoHandlingRow(
            state,
            CoWithdraw,
            Withdrawn,
            CoSide.Asker,
            "不再需要协办的可以撤回。"
        )),
    ];

    /// <summary>The steps of a co-handling after it was asked for.</summary>
    public static IReadOnlySet<RequestAction> Actions { get; } = Rows.Select(r => r.Action).ToHashSet();

    public static CoHandlingRow? Find(CoState from, RequestAction action) => Rows.FirstOrDefault(r => r.From == from && r.Action == action);

    public static bool IsFinal(CoState state) => state is Accepted or Released or Withdrawn or Dropped;
}
