using static Suiying.Requests.Model.RequestAction;
using static Suiying.Requests.Model.SupervisionState;

namespace Suiying.Requests.Model;

/// <summary>One allowed step of a supervision and why it is allowed.</summary>
public sealed record SupervisionRow(SupervisionState From, RequestAction Action, SupervisionState To, string Because, params Role[] By);

/// <summary>The life of one 督办 or 批示 as a table. It runs inside <see cref="RequestLifecycle"/>; one rung of the ladder and one instruction at a time.</summary>
public static class SupervisionLifecycle
{
    public static IReadOnlyList<SupervisionRow> Rows { get; } =
    [
        new(Issued, AnswerSupervision, Answered, "承办单位在期限内书面回复做了什么、何时办成。", Role.UnitHandler),
        new(Answered, SendBackSupervision, Issued, "回复没有落实的，退回并另定期限。", Role.Supervisor, Role.Leader),
        new(Issued, ReleaseSupervision, Released, "不再需要的可以解除，说明理由。", Role.Supervisor, Role.Leader),
        new(Answered, ReleaseSupervision, Released, "核对落实了的解除督办，批示阅结。", Role.Supervisor, Role.Leader),
        new(Issued, EscalateSupervision, Escalated, "到期不回复的升一级。", Role.Supervisor),
        new(Answered, EscalateSupervision, Escalated, "回复了仍不落实的升一级。", Role.Supervisor),
    ];

    /// <summary>The steps after it was issued.</summary>
    public static IReadOnlySet<RequestAction> Actions { get; } = Rows.Select(r => r.Action).ToHashSet();

    public static SupervisionRow? Find(SupervisionState from, RequestAction action) =>
        Rows.FirstOrDefault(r => r.From == from && r.Action == action);

    public static bool IsFinal(SupervisionState state) => state is Released or Escalated or Lapsed;
}
