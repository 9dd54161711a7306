using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>Who has the matter now and by when, in one sentence: the answer of the page.</summary>
internal sealed class TrackAnswer(IStringLocalizer<Texts> texts, CitySnapshot city, DateTimeOffset now)
{
    public string Of(TrackedRequest tracked)
    {
        var (request, unit) = (tracked.Request, tracked.UnitName);
        var due = tracked.Expected is { } expected ? city.Tell(expected, now) : "";
        var ended = request.EndedAt is { } end ? city.Tell(end, now) : "";
        var callback = request.ReplyDueAt is null ? "" : unit;
        return request.State switch
        {
            RequestState.Registered => texts["您的诉求已登记，热线正在派给负责的单位，应在{0}前答复。", due],
            RequestState.PendingDispatch when request.AwaitsConference => texts[
                "有关单位都认为不归自己办，联席会议将指定由谁负责，应在{0}前答复。",
                due
            ],
            RequestState.PendingDispatch => texts["热线正在把您的诉求改派给负责的单位，应在{0}前答复。", due],
            RequestState.ReturnPending => texts["热线正在核定由哪个单位办理您的诉求，应在{0}前答复。", due],
            RequestState.Dispatched when Round(tracked) is RequestAction.SecondHandling => texts[
                "您说没有解决，已退回【{0}】再办一次，应在{1}前答复。",
                unit,
                Again(request)
            ],
            RequestState.Dispatched when Round(tracked) is RequestAction.Reopen => texts[
                "您的诉求已重新办理，回到【{0}】，应在{1}前答复。",
                unit,
                Again(request)
            ],
            RequestState.Dispatched => texts["您的诉求已派给【{0}】，等待签收，应在{1}前答复。", unit, due],
            RequestState.Signed or RequestState.InProgress when tracked.HolderName is { } holder => texts[
                "您的诉求由【{0}】负责，现在由【{1}】办理，应在{2}前答复。",
                unit,
                holder,
                due
            ],
            RequestState.Signed or RequestState.InProgress when tracked.Helpers.Length > 0 => texts[
                "您的诉求由【{0}】牵头办理，【{1}】协办，应在{2}前答复。",
                unit,
                tracked.Helpers,
                due
            ],
            RequestState.Signed => texts["您的诉求现在由【{0}】办理，即将与您联系，应在{1}前答复。", unit, due],
            RequestState.InProgress => texts["您的诉求现在由【{0}】办理，应在{1}前答复。", unit, due],
            RequestState.AwaitingMaterial when request.PausedUntil is { } until => texts[
                "【{0}】在等您补充材料，要什么写在下面。补充后接着办；{1}前没有补充的，按现有材料办。",
                unit,
                city.Tell(until, now)
            ],
            RequestState.Hung when request.PlannedAt is { } planned => texts[
                "这件事现在还解决不了，【{0}】计划在{1}前解决，每季度核查一次，结果会告诉您。",
                unit,
                city.Tell(planned, now)
            ],
            RequestState.DecisionPending => texts["再办一次后您仍不满意，督办员正在具名决定，会把理由告诉您。"],
            RequestState.Terminated => texts["这件事已于{0}终止办理，理由在下面。您可以重新反映。", ended],
            RequestState.Replied => texts["【{0}】已经答复，热线正在审核答复是否完整。", unit],
            RequestState.CallbackPending when callback.Length > 0 => texts[
                "【{0}】已经办理并答复。请您评价，我们也会打电话回访。",
                callback
            ],
            RequestState.CallbackPending => texts["已经办理并答复。请您评价，我们也会打电话回访。"],
            RequestState.AnsweredAtOnce => texts["热线已于{0}直接答复，答复在下面。", ended],
            RequestState.RefusalContested when request.DueAt is { } answer => texts[
                "您不同意不予受理，热线正在由另一位工作人员复核，应在{0}前答复您。",
                city.Tell(answer, now)
            ],
            RequestState.HandoverPending => texts[
                "这件事已转给紧急救助，正在等对方确认。情况危险的，请马上拨打 {0}。",
                city.EmergencyCalls
            ],
            RequestState.NotAccepted when request.Contests > 0 => texts["经复核，这件事仍依法要走其他渠道，理由在下面。"],
            RequestState.NotAccepted => texts["这件事依法要走其他渠道，热线没有受理，原因和渠道在下面。"],
            RequestState.EmergencyTransferred => texts["这件事已于{0}转给紧急救助。情况仍然危险的，请再打一次紧急电话。", ended],
            RequestState.Withdrawn => texts["您已于{0}撤回这件诉求。", ended],
            _ when request.Solved is { } solved => texts["您的诉求已于{0}办结；您说：{1}。", ended, texts[RequestTexts.Of(solved)]],
            _ => texts["您的诉求已于{0}办结。", ended],
        };
    }

    /// <summary>Said where the answer is late; null where it is not.</summary>
    public string? Late(TrackedRequest tracked) =>
        tracked.Request.RepliedAt is null && tracked.Request.PausedAt is null && tracked.Expected is { } due && due < now
            ? texts["已经超过了应当答复的时间。热线会催办，您也可以打电话问。"].Value
            : null;

    public string Title(TrackedStep step) =>
        step.Action switch
        {
            RequestAction.Register => texts["您提交了诉求"],
            RequestAction.AnswerAtOnce => texts["热线直接答复"],
            RequestAction.Refuse when step.Earlier is { } earlier => texts["热线没有受理：{0}（原件编号 {1}）", ReasonOf(step), earlier],
            RequestAction.Refuse => texts["热线没有受理：{0}", ReasonOf(step)],
            RequestAction.ContestRefusal => texts["您请求复核"],
            RequestAction.UpholdRefusal => texts["复核：仍不受理"],
            RequestAction.OverturnRefusal => texts["复核：改为受理，准备派单"],
            RequestAction.CallOverdue => texts["超期未答复，热线回访了您"],
            RequestAction.SecondHandling => texts["没有解决，退回{0}再办一次", step.UnitName],
            RequestAction.ReferDecision => texts["仍未解决，提请督办决定"],
            RequestAction.DecideEnd => texts["督办员{0}决定：{1}", step.ActorName, ReasonOf(step)],
            RequestAction.Reopen => texts["重新办理，回到{0}", step.UnitName],
            RequestAction.Supervise or RequestAction.EscalateSupervision => texts["热线督办{0}：{1}", step.UnitName, ReasonOf(step)],
            RequestAction.ClaimRight => texts["您提出权利请求：{0}", RightOf(step)],
            RequestAction.GrantClaim => texts["权利请求已办理：{0}", RightOf(step)],
            RequestAction.RefuseClaim => texts["权利请求不予办理：{0}（{1}）", RightOf(step), ReasonOf(step)],
            RequestAction.ContestClaim => texts["您请求复核：{0}", RightOf(step)],
            RequestAction.WithdrawClaim => texts["您撤回了权利请求"],
            RequestAction.CorrectDeadlines => texts["当年日历公布，期限提前"],
            RequestAction.EraseContent => texts["保存期限到了，内容已经清除"],
            RequestAction.SendToDiscipline => texts["密封送{0}", step.UnitName],
            RequestAction.JoinMatter => texts["热线发现别人也反映了同一件事"],
            RequestAction.Split when step.Child is { } child => texts["您说的另一件事单独成单（编号 {0}）", child],
            RequestAction.AskCoHandler => texts["请{0}一起办理", step.UnitName],
            RequestAction.GrantExtension when step.Until is { } until => texts[
                "{0}办理需要更长时间（{1}），答复延到{2}",
                step.UnitName,
                ReasonOf(step),
                city.Tell(until, now)
            ],
            RequestAction.TellExtension => texts["{0}告诉您延期的原因", step.UnitName],
            RequestAction.AwaitMaterial => texts["{0}请您补充材料", step.UnitName],
            RequestAction.ResumeWork => texts["{0}恢复办理", step.UnitName],
            RequestAction.EndPause => texts["等待期满，恢复办理"],
            RequestAction.GrantHang => texts["暂时解决不了（{0}），列入计划", ReasonOf(step)],
            RequestAction.RecheckHang => texts["{0}核查了计划的进展", step.UnitName],
            RequestAction.ReleaseHang => texts["{0}可以办了，继续办理", step.UnitName],
            RequestAction.GrantTermination => texts["终止办理：{0}", ReasonOf(step)],
            RequestAction.SendToEmergency => texts["已转给紧急救助，等对方确认"],
            RequestAction.ConfirmHandover => texts["紧急救助已接收"],
            RequestAction.DeclineHandover => texts["紧急救助未接收，由热线继续办理"],
            RequestAction.TransferEmergency => texts["已转紧急救助"],
            RequestAction.Dispatch => texts["派给{0}", step.UnitName],
            RequestAction.Sign => texts["{0}签收", step.UnitName],
            RequestAction.RecordContact => texts["{0}联系您", step.UnitName],
            RequestAction.Reply or RequestAction.ImportReply => texts["{0}答复", step.UnitName],
            RequestAction.Return => texts["{0}提出不归它办（{1}），热线正在裁定", step.UnitName, ReasonOf(step)],
            RequestAction.AcceptReturn when step.UnitName.Length > 0 => texts["热线裁定不由{0}办理，准备改派", step.UnitName],
            RequestAction.AcceptReturn => texts["热线收回，准备改派"],
            RequestAction.RejectReturn => texts["热线裁定仍由{0}负责办理", step.UnitName],
            RequestAction.Designate => texts["联席会议指定{0}负责办理", step.UnitName],
            RequestAction.RecordCallback => texts["热线回访了您"],
            RequestAction.Close => texts["多次回访没有打通，办结"],
            RequestAction.AddFacts => texts["您补充了情况"],
            RequestAction.MarkTextOnly when step.InWriting => texts["记下了：只用文字联系您，不打电话"],
            RequestAction.MarkTextOnly => texts["记下了：可以打电话联系您"],
            RequestAction.Withdraw => texts["您撤回了诉求"],
            RequestAction.Rate => texts["您作了评价"],
            _ => texts[RequestTexts.Of(step.Action)],
        };

    /// <summary>Which step began the round that runs; null in the first.</summary>
    private static RequestAction? Round(TrackedRequest tracked) =>
        tracked.Steps.LastOrDefault(s => s.Action is RequestAction.SecondHandling or RequestAction.Reopen)?.Action;

    private string RightOf(TrackedStep step) => Enum.TryParse<DataRight>(step.Right, out var right) ? texts[RequestTexts.Of(right)] : "";

    private string Again(ServiceRequest request) => request.ReplyDueAt is { } due ? city.Tell(due, now) : "";

    private string ReasonOf(TrackedStep step) => texts[StaffWords.Reason(step.Reason) ?? "原因见下"];
}
