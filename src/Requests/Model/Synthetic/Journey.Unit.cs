namespace Suiying.Requests.Model.Synthetic;

/// <summary>What happens once a unit has the request.</summary>
internal sealed partial class Journey
{
    private UnitHabits Habits
    {
        get
        {
            if (!habits.TryGetValue(request.Unit!, out var known))
                habits[request.Unit!] = known = UnitHabits.Of(request.Unit!);
            return known;
        }
    }

    private bool Sign(Chance chance)
    {
        var usual = request.Grade == 1 ? TimeSpan.FromMinutes(9) : TimeSpan.FromHours(3);
        var open = request.Grade == 1 ? clock.After(chance.Wait(usual)) : clock.AfterInOffice(chance.Wait(usual) * Habits.Pace, chance);
        if (!open)
            return false;
        Must(request.Sign(Step(posts.Handler(request.Unit!, chance), RequestAction.Sign)));
        return !Stands(RequestState.Signed);
    }

    /// <summary>A return and what the hotline says of it; then the request goes on with the next unit or the old one.</summary>
    private bool Return(Chance chance)
    {
        if (!clock.AfterInOffice(chance.Wait(TimeSpan.FromHours(2)), chance))
            return false;
        var other =
            Proposals().FirstOrDefault(p => p.Unit.Code != request.Unit)?.Unit ?? city.Units.Find(city.Units.Find(request.Unit)?.Parent);
        if (other is null)
            return Sign(chance);
        var step = Step(posts.Handler(request.Unit!, chance), RequestAction.Return, Wording.ReturnBasis(chance));
        // Refused where the weekend has used up the time for returns: then the unit keeps it.
        if (request.Return(chance.In(0.8) ? ReturnReason.R01NotOurDuty : ReturnReason.R02NotOurArea, other, city, step) is not null)
            return Sign(chance);
        if (Stands(RequestState.ReturnPending) || !clock.After(chance.Wait(TimeSpan.FromHours(5))))
            return false;
        var dispatcher = posts.Dispatcher(chance);
        if (slot.Target is null && chance.In(0.3))
        {
            Must(request.RejectReturn(Step(dispatcher, RequestAction.RejectReturn, "该处属你单位职责范围，请按派单目录继续承办。")));
            return Sign(chance);
        }
        Must(request.AcceptReturn(Step(dispatcher, RequestAction.AcceptReturn)));
        if (Stands(RequestState.PendingDispatch) || !clock.After(chance.Wait(TimeSpan.FromHours(2))))
            return false;
        Must(request.Dispatch(Choose(other.Code), city, Step(dispatcher, RequestAction.Dispatch)));
        return Sign(chance);
    }

    private void Handle(Chance chance)
    {
        if (chance.In(0.03) && clock.After(chance.Wait(TimeSpan.FromHours(6))))
            Must(request.AddFacts(Step(Resident(), RequestAction.AddFacts, Wording.MoreFacts(chance))));
        if (!Contact(chance) || StandsAside(chance))
            return;
        var solved =
            chance.In(Habits.Solves) ? Solved.Yes
            : chance.In(0.45) ? Solved.Partly
            : Solved.No;
        if (!Reply(solved, chance) || Stands(RequestState.Replied))
            return;
        Review(solved, chance);
    }

    /// <summary>True where the story stays in the unit's hands: at work, at a wait, at what it applied for.</summary>
    private bool StandsAside(Chance chance)
    {
        if (slot.Target is null)
            return false;
        var handler = posts.Handler(request.Unit!, chance);
        switch (slot.Target)
        {
            case RequestState.InProgress:
                // Some of them need longer, so that there is something to decide.
                if (request.Serial % 3 == 0 && request.ReplyDueAt is { } due)
                    request.AskExtension(
                        ExtensionReason.Testing,
                        due.AddDays(3),
                        city,
                        Step(handler, RequestAction.AskExtension, "需要送第三方检测，检测报告下周才能出具。")
                    );
                return true;
            case RequestState.AwaitingMaterial:
                request.AwaitMaterial(city, Step(handler, RequestAction.AwaitMaterial, "请补充购买合同或收据的照片，以便核实。"));
                return true;
            case RequestState.Hung:
                Must(
                    request.AskHang(
                        HangReason.Funds,
                        clock.Now.AddDays(240),
                        city,
                        Step(handler, RequestAction.AskHang, "已列入明年的改造计划，先采取临时措施。")
                    )
                );
                Must(
                    request.GrantHang(
                        city,
                        Step(posts.Supervisor, RequestAction.GrantHang, "这件事要和明年的改造一起解决，现在先采取临时措施。")
                    )
                );
                return true;
            case RequestState.Terminated:
                Must(
                    request.AskTermination(
                        TerminationReason.T02NotCooperating,
                        city,
                        Step(handler, RequestAction.AskTermination, "三次上门约定时间均未能见面，电话不接。")
                    )
                );
                Must(
                    request.GrantTermination(
                        Step(posts.Supervisor, RequestAction.GrantTermination, "多次联系未能取得配合，本件终止办理，需要时请再反映。")
                    )
                );
                return true;
            default:
                return false;
        }
    }

    private bool Contact(Chance chance)
    {
        var usual = request.Grade == 1 ? TimeSpan.FromMinutes(15) : TimeSpan.FromHours(2.5);
        if (!clock.AfterInOffice(chance.Wait(usual) * Habits.Pace, chance))
            return false;
        var handler = posts.Handler(request.Unit!, chance);
        if (slot.Target is null && chance.In(0.1))
        {
            var colleague = posts.Handler(request.Unit!, chance);
            Must(request.Assign(colleague.Id, colleague.Name, Step(handler, RequestAction.Assign)));
        }
        var way = chance.In(0.8) ? ContactWay.Phone : ContactWay.Visit;
        Must(request.RecordContact(way, Step(handler, RequestAction.RecordContact, Wording.Contact(chance))));
        return true;
    }

    private bool Reply(Solved solved, Chance chance)
    {
        var usual = request.Grade switch
        {
            1 => TimeSpan.FromMinutes(70),
            2 => TimeSpan.FromHours(10),
            3 => TimeSpan.FromDays(2.6),
            _ => TimeSpan.FromDays(9),
        };
        var wait = chance.Wait(usual) * Habits.Pace;
        if (!(request.Grade == 1 ? clock.After(wait) : clock.AfterInOffice(wait, chance)))
            return false;
        Must(
            request.Reply(
                toldPerson: true,
                city,
                Step(posts.Handler(request.Unit!, chance), RequestAction.Reply, Wording.Reply(solved, chance))
            )
        );
        return true;
    }

    private void Review(Solved solved, Chance chance)
    {
        if (!clock.AfterInOffice(chance.Wait(TimeSpan.FromHours(5)), chance))
            return;
        var reviewer = posts.Reviewer(chance);
        if (slot.Target is null && chance.In(0.06))
        {
            Must(request.SendBack(Step(reviewer, RequestAction.SendBack, "答复没有说明处理结果和时间，请补充后再报。")));
            if (!Reply(solved, chance) || !clock.AfterInOffice(chance.Wait(TimeSpan.FromHours(4)), chance))
                return;
        }
        Must(request.AcceptReply(Step(reviewer, RequestAction.AcceptReply)));
        if (slot.Target is RequestState.DecisionPending)
            DoneTwice(chance);
        else if (!Stands(RequestState.CallbackPending))
            CallBack(solved, chance);
    }

    /// <summary>Not solved, done again, still not solved: it waits for somebody's decision.</summary>
    private void DoneTwice(Chance chance)
    {
        var (caller, handler) = (posts.Caller(chance), posts.Handler(request.Unit!, chance));
        var answers = new CallbackAnswers
        {
            Contacted = true,
            Solved = Solved.No,
            Satisfied = Satisfied.No,
        };
        Must(request.SecondHandling(answers, city, Step(caller, RequestAction.SecondHandling)));
        Must(request.Sign(Step(handler, RequestAction.Sign)));
        Must(request.RecordContact(ContactWay.Phone, Step(handler, RequestAction.RecordContact, Wording.Contact(chance))));
        Must(request.Reply(toldPerson: true, city, Step(handler, RequestAction.Reply, Wording.Reply(Solved.No, chance))));
        Must(request.AcceptReply(Step(posts.Reviewer(chance), RequestAction.AcceptReply)));
        Must(request.ReferDecision(answers, city, Step(caller, RequestAction.ReferDecision)));
    }

    private void CallBack(Solved solved, Chance chance)
    {
        var answers = Answers(solved, chance);
        if (chance.In(0.1))
        {
            if (clock.After(chance.Wait(TimeSpan.FromHours(9))))
                Must(request.Rate(answers, Step(Resident(), RequestAction.Rate)));
            return;
        }
        var caller = posts.Caller(chance);
        while (slot.Target is null && request.MissedCallbacks < ServiceRequest.MostCallbacks && chance.In(0.16))
        {
            if (!clock.AfterInOffice(TimeSpan.FromHours(20) + chance.Wait(TimeSpan.FromHours(7)), chance))
                return;
            Must(request.MissCallback(Step(caller, RequestAction.MissCallback)));
        }
        if (!clock.AfterInOffice(chance.Wait(TimeSpan.FromDays(1.1)), chance))
            return;
        if (request.MissedCallbacks == ServiceRequest.MostCallbacks)
            Must(request.CloseUnreached(Step(caller, RequestAction.Close)));
        else
            Must(request.RecordCallback(answers, Step(caller, RequestAction.RecordCallback)));
        if (!request.Shielded && chance.In(0.2) && clock.After(chance.Wait(TimeSpan.FromDays(2))))
            Must(
                request.ApprovePublicText(Wording.PublicText(request.Title), Step(posts.Reviewer(chance), RequestAction.ApprovePublicText))
            );
    }

    private CallbackAnswers Answers(Solved solved, Chance chance)
    {
        var contacted = chance.In(Habits.Contacts);
        var pleased = Habits.Pleases * (contacted ? 1 : 0.5);
        var satisfied = solved switch
        {
            Solved.Yes => chance.In(pleased) ? Satisfied.Yes
            : chance.In(0.6) ? Satisfied.Mostly
            : Satisfied.No,
            Solved.Partly => chance.In(pleased * 0.5) ? Satisfied.Yes
            : chance.In(0.6) ? Satisfied.Mostly
            : Satisfied.No,
            _ => chance.In(0.2) ? Satisfied.Mostly : Satisfied.No,
        };
        return new CallbackAnswers
        {
            Contacted = contacted,
            Solved = solved,
            Satisfied = chance.In(0.04) ? Satisfied.NotSaid : satisfied,
        };
    }
}
