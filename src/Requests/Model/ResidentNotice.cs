using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model;

/// <summary>站内通知: one step that the person of a request is told of. What it says is read from the step itself; here is only whether it was seen.</summary>
public sealed class ResidentNotice
{
    private ResidentNotice() { }

    public ResidentNotice(RequestId request, int seq, DateTimeOffset at) => (RequestId, Seq, At) = (request, seq, at);

    /// <summary>Steps that concern the person; work inside the house, such as assignments and reviews, is not told.</summary>
    public static IReadOnlyList<RequestAction> Told { get; } =
    [
        RequestAction.Register,
        RequestAction.AnswerAtOnce,
        RequestAction.Refuse,
        RequestAction.TransferEmergency,
        RequestAction.Dispatch,
        RequestAction.Sign,
        RequestAction.RecordContact,
        RequestAction.Reply,
        RequestAction.ImportReply,
        RequestAction.ImportDispatch,
        RequestAction.ImportEnd,
        RequestAction.Return,
        RequestAction.AcceptReturn,
        RequestAction.RejectReturn,
        RequestAction.Designate,
        RequestAction.RecordCallback,
        RequestAction.Close,
        RequestAction.AddFacts,
        RequestAction.Withdraw,
        RequestAction.Rate,
        RequestAction.SendToEmergency,
        RequestAction.ConfirmHandover,
        RequestAction.DeclineHandover,
        RequestAction.ContestRefusal,
        RequestAction.UpholdRefusal,
        RequestAction.OverturnRefusal,
        RequestAction.GrantExtension,
        RequestAction.TellExtension,
        RequestAction.GrantHang,
        RequestAction.RecheckHang,
        RequestAction.ReleaseHang,
        RequestAction.GrantTermination,
        RequestAction.AwaitMaterial,
        RequestAction.ResumeWork,
        RequestAction.EndPause,
        RequestAction.AskCoHandler,
        RequestAction.CallOverdue,
        RequestAction.SecondHandling,
        RequestAction.ReferDecision,
        RequestAction.DecideEnd,
        RequestAction.Reopen,
        RequestAction.JoinMatter,
        RequestAction.Split,
        RequestAction.Supervise,
        RequestAction.EscalateSupervision,
        RequestAction.SendToDiscipline,
        RequestAction.ClaimRight,
        RequestAction.GrantClaim,
        RequestAction.RefuseClaim,
        RequestAction.ContestClaim,
        RequestAction.WithdrawClaim,
        RequestAction.EraseContent,
        RequestAction.CorrectDeadlines,
        RequestAction.MarkTextOnly,
    ];

    /// <summary>Of these the person is told that they happened and by whom, not the words that units and hotline wrote to each other.</summary>
    public static IReadOnlySet<RequestAction> WithoutWords { get; } =
        new HashSet<RequestAction>
        {
            RequestAction.Dispatch,
            RequestAction.Designate,
            RequestAction.Return,
            RequestAction.AcceptReturn,
            RequestAction.RejectReturn,
            RequestAction.TransferEmergency,
            RequestAction.SendToEmergency,
            RequestAction.DeclineHandover,
            RequestAction.GrantExtension,
            RequestAction.ReleaseHang,
            RequestAction.ResumeWork,
            RequestAction.AskCoHandler,
            RequestAction.JoinMatter,
            RequestAction.Supervise,
            RequestAction.EscalateSupervision,
        };

    public RequestId RequestId { get; private set; }

    /// <summary>The step's number.</summary>
    public int Seq { get; private set; }

    public DateTimeOffset At { get; private set; }

    /// <summary>When the person said that they had seen it.</summary>
    public DateTimeOffset? SeenAt { get; private set; }
}
