using static Suiying.Requests.Model.RequestAction;
using static Suiying.Requests.Model.SubState;

namespace Suiying.Requests.Model;

/// <summary>One allowed step of a sub-dispatch, whose turn it is, and why it is allowed.</summary>
public sealed record SubDispatchRow(SubState From, RequestAction Action, SubState To, bool ByGiver, string Because);

/// <summary>
/// The life of one 交办 as a table. It runs inside <see cref="RequestLifecycle"/>, whose rows say in which states of the request it may run
/// at all.
/// </summary>
public static class SubDispatchLifecycle
{
    public static IReadOnlyList<SubDispatchRow> Rows { get; } =
    [
        new(Given, SubSign, Signed, ByGiver: false, "下级单位签收后开始办理。"),
        new(Signed, SubReport, Reported, ByGiver: false, "办完后把结果上报给交办的单位。"),
        new(Given, SubReturn, Returned, ByGiver: false, "不属于本单位的，说明理由退回交办的单位。"),
        new(Signed, SubReturn, Returned, ByGiver: false, "签收后发现办不了的，仍可说明理由退回。"),
        new(Reported, SubAccept, Accepted, ByGiver: true, "交办的单位核对结果，对答复负责。"),
        new(Reported, SubSendBack, Signed, ByGiver: true, "结果不完整的退回下级重办，期限不变。"),
        new(Given, SubRecall, Recalled, ByGiver: true, "交办错了或不再需要的可以收回。"),
        new(Signed, SubRecall, Recalled, ByGiver: true, "下级办得不好的，首接单位可以收回自己办。"),
        new(Reported, SubRecall, Recalled, ByGiver: true, "上报后也可以收回自己办，结果留在经过里。"),
    ];

    /// <summary>The steps of a sub-dispatch, the giving included.</summary>
    public static IReadOnlySet<RequestAction> Actions { get; } =
        new HashSet<RequestAction>([RequestAction.SubDispatch, .. Rows.Select(r => r.Action)]);

    public static SubDispatchRow? Find(SubState from, RequestAction action) =>
        Rows.FirstOrDefault(r => r.From == from && r.Action == action);

    public static bool IsFinal(SubState state) => state is Accepted or Returned or Recalled;
}
