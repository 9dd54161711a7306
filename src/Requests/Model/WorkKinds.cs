using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>Which steps are work of the hotline or of the answerable unit, and what others call them.</summary>
public static class WorkKinds
{
    private static readonly Dictionary<RequestAction, WorkKind> Kinds = new()
    {
        [RequestAction.Register] = WorkKind.Registered,
        [RequestAction.Refuse] = WorkKind.NotAccepted,
        [RequestAction.TransferEmergency] = WorkKind.NotAccepted,
        [RequestAction.ConfirmHandover] = WorkKind.NotAccepted,
        [RequestAction.OverturnRefusal] = WorkKind.AcceptedAfterAll,
        [RequestAction.AnswerAtOnce] = WorkKind.AnsweredAtOnce,
        [RequestAction.Dispatch] = WorkKind.Given,
        [RequestAction.Designate] = WorkKind.Given,
        [RequestAction.ImportDispatch] = WorkKind.Given,
        [RequestAction.SecondHandling] = WorkKind.SecondHandling,
        [RequestAction.Reopen] = WorkKind.Reopened,
        [RequestAction.Sign] = WorkKind.Signed,
        [RequestAction.RecordContact] = WorkKind.Contacted,
        [RequestAction.Reply] = WorkKind.Replied,
        [RequestAction.SendBack] = WorkKind.SentBack,
        [RequestAction.AcceptReturn] = WorkKind.Returned,
        [RequestAction.RecordCallback] = WorkKind.Answered,
        [RequestAction.Rate] = WorkKind.Answered,
        [RequestAction.CallOverdue] = WorkKind.Answered,
        [RequestAction.ReferDecision] = WorkKind.Answered,
        [RequestAction.Close] = WorkKind.Unreached,
        [RequestAction.ImportEnd] = WorkKind.EndedElsewhere,
        [RequestAction.DecideEnd] = WorkKind.Ended,
        [RequestAction.Withdraw] = WorkKind.Ended,
        [RequestAction.GrantTermination] = WorkKind.Ended,
        [RequestAction.AskExtension] = WorkKind.ClockMoved,
        [RequestAction.GrantExtension] = WorkKind.ClockMoved,
        [RequestAction.TellExtension] = WorkKind.ClockMoved,
        [RequestAction.CorrectDeadlines] = WorkKind.ClockMoved,
        [RequestAction.AwaitMaterial] = WorkKind.ClockMoved,
        [RequestAction.GrantHang] = WorkKind.ClockMoved,
        [RequestAction.ResumeWork] = WorkKind.ClockMoved,
        [RequestAction.EndPause] = WorkKind.ClockMoved,
        [RequestAction.ReleaseHang] = WorkKind.ClockMoved,
        [RequestAction.AddFacts] = WorkKind.ClockMoved,
    };

    /// <summary>Every action that is work in some state.</summary>
    public static readonly RequestAction[] Actions = [.. Kinds.Keys];

    /// <summary>What a step is called; null where it is no work of the answerable unit.</summary>
    public static WorkKind? Of(RequestAction action, RequestState? from) =>
        !Kinds.TryGetValue(action, out var kind) ? null
        // Facts that a person adds move the clock only where it stood still for them.
        : action is RequestAction.AddFacts && from is not RequestState.AwaitingMaterial ? null
        : kind;
}
