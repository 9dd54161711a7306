using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>Each action of the lifecycle as a call of the model's verb, with arguments that are in order.</summary>
internal static class Verbs
{
    public static readonly CallbackAnswers Answers = new()
    {
        Contacted = true,
        Solved = Solved.Yes,
        Satisfied = Satisfied.Mostly,
    };

    public static readonly CallbackAnswers Unsolved = new()
    {
        Contacted = true,
        Solved = Solved.No,
        Satisfied = Satisfied.No,
    };

    public static Refusal? Do(Matter matter, RequestAction action, Actor by)
    {
        var (request, city, step) = (matter.Request, matter.City, matter.Step(action, by));
        return action switch
        {
            RequestAction.Reclassify => request.Reclassify(new Reclassification { Grade = 2 }, city, step),
            RequestAction.AnswerAtOnce => request.AnswerAtOnce(step),
            RequestAction.Refuse => request.Refuse(RefusalReason.N02Litigation, null, step),
            RequestAction.ContestRefusal => request.ContestRefusal(city, step),
            RequestAction.UpholdRefusal => request.UpholdRefusal(step),
            RequestAction.OverturnRefusal => request.OverturnRefusal(step),
            RequestAction.TransferEmergency => request.TransferEmergency(EmergencyLine.Fire119, HandoverMode.Hot, null, step),
            RequestAction.SendToEmergency => request.SendToEmergency(EmergencyLine.Police110, null, city, step),
            RequestAction.ConfirmHandover => request.ConfirmHandover("J20260302", step),
            RequestAction.DeclineHandover => request.DeclineHandover(step),
            RequestAction.Dispatch => request.Dispatch(Target(matter), city, step),
            RequestAction.Designate => request.Designate(Target(matter), city, step),
            RequestAction.Ring => request.Ring(new DutyCall(request.Unit ?? "", "值班甲", false), step),
            RequestAction.Sign => request.Sign(step),
            RequestAction.RecordContact => request.RecordContact(ContactWay.Phone, step),
            RequestAction.Assign => request.Assign(by.Id, by.Name, step),
            RequestAction.Reply => request.Reply(toldPerson: true, city, step),
            RequestAction.AskCoHandler => request.AskCoHandler(CoKind.CoHandle, Helper(matter), null, city, step),
            RequestAction.CoSign => request.CoSign(city, step),
            RequestAction.CoInterim => request.CoInterim(city, step),
            RequestAction.CoReport => request.CoReport(null, city, step),
            RequestAction.CoDecline => request.CoDecline(city, step),
            RequestAction.CoOrder => request.CoOrder(null, city, step),
            RequestAction.CoRelease => request.CoRelease(null, city, step),
            RequestAction.CoAccept => request.CoAccept(null, CoRating.Solved, city, step),
            RequestAction.CoSendBack => request.CoSendBack(null, city, step),
            RequestAction.CoWithdraw => request.CoWithdraw(null, city, step),
            RequestAction.Return => request.Return(ReturnReason.R01NotOurDuty, Elsewhere(matter), city, step),
            RequestAction.AskExtension => request.AskExtension(
                ExtensionReason.Testing,
                (request.ReplyDueAt ?? step.At).AddDays(2),
                city,
                step
            ),
            RequestAction.GrantExtension => request.GrantExtension(city, step),
            RequestAction.TellExtension => request.TellExtension(ContactWay.Phone, step),
            RequestAction.AskHang => request.AskHang(HangReason.Funds, step.At.AddDays(200), city, step),
            RequestAction.GrantHang => request.GrantHang(city, step),
            RequestAction.RecheckHang => request.RecheckHang(city, step),
            RequestAction.ReleaseHang => request.ReleaseHang(step),
            RequestAction.AskTermination => request.AskTermination(TerminationReason.T02NotCooperating, city, step),
            RequestAction.GrantTermination => request.GrantTermination(step),
            RequestAction.DeclineApplication => request.DeclineApplication(step),
            RequestAction.AwaitMaterial => request.AwaitMaterial(city, step),
            RequestAction.ResumeWork => request.ResumeWork(step),
            RequestAction.EndPause => request.EndPause(step),
            RequestAction.AcceptReturn => request.AcceptReturn(step),
            RequestAction.RejectReturn => request.RejectReturn(step),
            RequestAction.SubDispatch => request.GiveDown(Below(matter), null, city, step),
            RequestAction.SubSign => request.SubSign(step),
            RequestAction.SubReport => request.SubReport(step),
            RequestAction.SubAccept => request.SubAccept(step),
            RequestAction.SubSendBack => request.SubSendBack(step),
            RequestAction.SubReturn => request.SubReturn(step),
            RequestAction.SubRecall => request.SubRecall(city, step),
            RequestAction.AcceptReply => request.AcceptReply(step),
            RequestAction.SendBack => request.SendBack(step),
            RequestAction.RecordCallback => request.RecordCallback(Answers, step),
            RequestAction.CallOverdue => request.CallOverdue(Answers, step),
            RequestAction.SecondHandling => request.SecondHandling(Unsolved, city, step),
            RequestAction.ReferDecision => request.ReferDecision(Unsolved, city, step),
            RequestAction.DecideEnd => request.DecideEnd(EndDecision.Explained, step),
            RequestAction.Reopen => request.Reopen(city, step),
            RequestAction.Supervise => request.Supervise(SupervisionLevel.Notice, SupervisionReason.S02Overdue, null, city, step),
            RequestAction.EscalateSupervision => request.EscalateSupervision(null, city, step),
            RequestAction.Instruct => request.Instruct("分管副市长", null, city, step),
            RequestAction.AnswerSupervision => request.AnswerSupervision(null, step),
            RequestAction.SendBackSupervision => request.SendBackSupervision(null, null, city, step),
            RequestAction.ReleaseSupervision => request.ReleaseSupervision(null, step),
            RequestAction.SendToDiscipline => request.SendToDiscipline(Target(matter), city, step with { Note = null }),
            RequestAction.JoinMatter => request.JoinMatter(
                new SameMatter("东一街道路灯", by, step.At),
                "13000026030210000018",
                step with
                {
                    Note = null,
                }
            ),
            RequestAction.LeaveMatter => request.LeaveMatter(step),
            RequestAction.Split => Further(matter, by),
            RequestAction.ClaimRight => request.ClaimRight(DataRight.Access, city, step),
            RequestAction.GrantClaim => request.GrantClaim(null, step),
            RequestAction.RefuseClaim => request.RefuseClaim(ClaimRefusal.D06Secret, step),
            RequestAction.ContestClaim => request.ContestClaim(city, step),
            RequestAction.WithdrawClaim => request.WithdrawClaim(step),
            RequestAction.EraseContent => request.EraseContent(RecordClass.Words, step with { Note = null }),
            RequestAction.CorrectDeadlines => request.CorrectDeadlines(city, step with { Note = null }),
            // Left as it was: whom calls do not reach is led through TextOnlyTests.
            RequestAction.MarkTextOnly => request.MarkTextOnly(on: false, step),
            RequestAction.CarryTextOnly => request.MarkTextOnly(on: false, step with { Note = null }),
            RequestAction.MissCallback => request.MissCallback(step),
            RequestAction.Close => request.CloseUnreached(step),
            RequestAction.AddFacts => request.AddFacts(step),
            RequestAction.Withdraw => request.Withdraw(step),
            RequestAction.Rate => request.Rate(Answers, step),
            RequestAction.ImportReply => request.ImportReply(step),
            RequestAction.ImportDispatch => request.ImportDispatch(Target(matter), step.At.AddDays(3), step),
            RequestAction.ImportEnd => request.ImportEnd(step),
            RequestAction.ApprovePublicText => request.ApprovePublicText("路灯已修好。", step),
            _ => throw new InvalidOperationException($"No verb is known here for {action}: add it, so that the matrix covers it."),
        };
    }

    private static Refusal? Further(Matter matter, Actor by)
    {
        var part = new SplitPart { Text = "另外小区门口的井盖也松了。", Category = TinyCity.Lamp };
        var ticket = new Ticket(2, "13000026030220000025", "", null);
        var id = Contracts.Requests.RequestId.New(matter.Now);
        return matter
            .Request.Split(id, part, ticket, matter.City, matter.Step(RequestAction.Split, by, note: null))
            .Ok(out _, out var refusal)
            ? null
            : refusal;
    }

    private static Unit Target(Matter matter)
    {
        var (request, city) = (matter.Request, matter.City);
        if (matter.Next is { } named)
            return city.Units.Find(named)!;
        var returned = request.ReturnedBy.Split(';');
        var free = city.Units.All.Where(u => !returned.Contains(u.Code)).ToList();
        return free.FirstOrDefault(u => !request.Shielded || !RequestAccess.IsAccusedSide(u.Code, request, city)) ?? city.Units.All[0];
    }

    /// <summary>A unit under the one that has the request; any where there is none.</summary>
    private static Unit Below(Matter matter)
    {
        var (request, city) = (matter.Request, matter.City);
        var below = city.Units.Subtree(request.Holder ?? "").Skip(1).ToList();
        return below.FirstOrDefault(u => !request.Shielded || !RequestAccess.IsAccusedSide(u.Code, request, city)) ?? city.Units.All[0];
    }

    /// <summary>A unit of another tree.</summary>
    private static Unit Helper(Matter matter)
    {
        var (request, city) = (matter.Request, matter.City);
        var others = city.Units.All.Where(u => !city.Units.Under(u.Code, request.Holder ?? "") && u.Code != request.Unit).ToList();
        return others.FirstOrDefault(u => !request.Shielded || !RequestAccess.IsAccusedSide(u.Code, request, city)) ?? city.Units.All[0];
    }

    private static Unit Elsewhere(Matter matter)
    {
        var others = matter.City.Units.All.Where(u => u.Code != matter.Request.Unit).ToList();
        return others.FirstOrDefault(u => !RequestAccess.IsAccusedSide(u.Code, matter.Request, matter.City)) ?? others[0];
    }
}
