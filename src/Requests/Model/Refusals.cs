using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

// Every refusal that this module can give, on one page. Texts say what happened and what to do.

public sealed record WrongState(RequestState State, RequestAction Action)
    : Refusal(
        RefusalKind.Conflict,
        "wrong_state",
        $"工单现在是“{(Phrase)RequestTexts.Of(State)}”，不能{(Phrase)RequestTexts.Of(Action)}。请刷新后查看最新情况。"
    );

public sealed record WrongSubState(SubState? State, RequestAction Action)
    : Refusal(
        RefusalKind.Conflict,
        "wrong_sub_state",
        State is { } now
            ? (Phrase)$"交办下级现在是“{(Phrase)RequestTexts.Of(now)}”，不能{(Phrase)RequestTexts.Of(Action)}。"
            : $"没有交办给下级，不能{(Phrase)RequestTexts.Of(Action)}。"
    );

public sealed record ChangedMeanwhile(Phrase By, Phrase What)
    : Refusal(RefusalKind.Conflict, "changed_meanwhile", $"在您操作之前，{By}已{What}。您的内容没有丢失，请核对后再提交。");

public sealed record AreaNotServed(Area Area)
    : Refusal(RefusalKind.Conflict, "area_not_served", $"{Area.Name}不由本市热线受理，请联系：{Area.AdministeredBy ?? Local}。")
{
    private static readonly Phrase Local = "当地12345热线";
}

public sealed record UnitIsAccused(string Unit)
    : Refusal(RefusalKind.Conflict, "unit_is_accused", $"{Unit}是被反映的单位或其下属，不能承办本件。请派给其上级或监督部门。");

public sealed record AccusedNotExamined()
    : Refusal(
        RefusalKind.Conflict,
        "accused_not_examined",
        "举报件和反映工作作风的诉求派单前，请先确认被反映的单位，或确认不涉及本市单位。"
    );

public sealed record AlreadyReturned(string Unit)
    : Refusal(RefusalKind.Conflict, "already_returned", $"{Unit}已退过本件且退单成立，请派给其他单位。");

public sealed record OrderedUnit()
    : Refusal(RefusalKind.Conflict, "ordered_unit", "本件是指定本单位承办的，不得退单。确有困难请在答复中说明，或请示上级。");

public sealed record ConferenceDecides(int Returns)
    : Refusal(RefusalKind.Conflict, "conference_decides", $"退单已成立{Returns}次，由联席会议指定承办单位，不能再直接派单。");

public sealed record NotForConference(int Left)
    : Refusal(RefusalKind.Conflict, "not_for_conference", $"再有{Left}次退单成立才由联席会议指定，现在由派单员派单。");

public sealed record ContestedOnce()
    : Refusal(RefusalKind.Conflict, "contested_once", "这件事的异议已经复核过，不再复核。有新的事实，请另外反映。");

public sealed record ContestTooLate(DateTimeOffset Until)
    : Refusal(RefusalKind.Conflict, "contest_too_late", $"提出异议的时间已过（{Until:yyyy-MM-dd}）。事情还在的，请另外反映。");

public sealed record OwnRefusal() : Refusal(RefusalKind.Conflict, "own_refusal", "不予受理是您本人决定的，请由另一位督办员复核。");

public sealed record AskedAlready(ApplicationKind Waiting)
    : Refusal(RefusalKind.Conflict, "asked_already", $"已提出{(Phrase)RequestTexts.Of(Waiting)}申请，正在等热线裁定，不能同时提出另一项。");

public sealed record NothingAsked(ApplicationKind? Wanted)
    : Refusal(
        RefusalKind.Conflict,
        "nothing_asked",
        Wanted is { } kind ? (Phrase)$"没有待裁定的{(Phrase)RequestTexts.Of(kind)}申请。" : "没有待裁定的申请。"
    );

public sealed record ExtendedOnce()
    : Refusal(RefusalKind.Conflict, "extended_once", "本件已经延期一次，不能再延。确实办不完的，请说明情况先答复阶段结果。");

public sealed record NothingToExtend() : Refusal(RefusalKind.Conflict, "nothing_to_extend", "本件没有答复期限，不需要延期。");

public sealed record ExtensionTooLate(DateTimeOffset Due)
    : Refusal(RefusalKind.Conflict, "extension_too_late", $"答复期限已过（{Due:yyyy-MM-dd HH:mm}），延期要在到期之前申请。");

public sealed record NothingToTell() : Refusal(RefusalKind.Conflict, "nothing_to_tell", "没有需要告知诉求人的延期。");

public sealed record WaitedOnce()
    : Refusal(RefusalKind.Conflict, "waited_once", "已经等过一次补充材料，不能再等。请按现有材料办理并答复。");

public sealed record TooLateToWait() : Refusal(RefusalKind.Conflict, "too_late_to_wait", "答复期限已过，不能再暂停。请尽快答复。");

public sealed record StillWaiting() : Refusal(RefusalKind.Conflict, "still_waiting", "等待补充材料的时间还没有到。");

public sealed record WrongCoState(RequestAction Action)
    : Refusal(
        RefusalKind.Conflict,
        "wrong_co_state",
        $"没有可以{(Phrase)RequestTexts.Of(Action)}的协办；有几个单位协办的，请指明是哪一个。"
    );

public sealed record OrderedCoHandler() : Refusal(RefusalKind.Conflict, "ordered_co_handler", "热线已裁定由本单位协办，不能再推。");

public sealed record CoHandlersMissing(string Units)
    : Refusal(
        RefusalKind.Conflict,
        "co_handlers_missing",
        $"{Units}还没有反馈。请等反馈并核对，或撤回协办；超期且已报阶段情况的，可以先答复。"
    );

public sealed record OwnHandling() : Refusal(RefusalKind.Conflict, "own_handling", "您本人办理过本件，回访和决定要由别人来做。");

public sealed record CalledOverdue() : Refusal(RefusalKind.Conflict, "called_overdue", "这件超期的已经回访过一次，等单位答复后再回访。");

public sealed record NotOverdue() : Refusal(RefusalKind.Conflict, "not_overdue", "答复期限还没有过，或者已经答复，不需要到期回访。");

public sealed record SecondOnce() : Refusal(RefusalKind.Conflict, "second_once", "已经二次办理过一次；仍未解决的，请提请督办决定。");

public sealed record SecondFirst() : Refusal(RefusalKind.Conflict, "second_first", "先退回原单位二次办理一次；仍未解决的才提请督办决定。");

public sealed record NeedsDecision()
    : Refusal(RefusalKind.Conflict, "needs_decision", "二次办理后仍未解决或不满意的，不能直接办结，请提请督办决定。");

public sealed record ReopenedOnce()
    : Refusal(RefusalKind.Conflict, "reopened_once", "这件已经重新办理过一次，或没有承办单位。又出现的，请另外反映。");

public sealed record ReopenTooLate(DateTimeOffset Until)
    : Refusal(RefusalKind.Conflict, "reopen_too_late", $"重新办理要在办结后15天内提出（到{Until:yyyy-MM-dd}为止）。请另外反映。");

public sealed record WrongLink()
    : Refusal(RefusalKind.Forbidden, "wrong_link", "这个链接不对、用过了或已过期。请用编号和查询码查进度，或拨打热线。");

public sealed record MatterOfShielded()
    : Refusal(RefusalKind.Conflict, "matter_of_shielded", "举报件和要求保密的诉求不并入同一事项，单独办理。");

public sealed record InAnotherMatter()
    : Refusal(RefusalKind.Conflict, "in_another_matter", "两件已各在一个同一事项里。请先把其中一件移出，再并入。");

public sealed record AlreadyTogether() : Refusal(RefusalKind.Conflict, "already_together", "这两件已经在同一事项里。");

public sealed record NotInMatter() : Refusal(RefusalKind.Conflict, "not_in_matter", "这件没有并入任何同一事项。");

public sealed record SupervisedAlready(SupervisionLevel Level)
    : Refusal(
        RefusalKind.Conflict,
        "supervised_already",
        $"本件正在{(Phrase)RequestTexts.Of(Level)}，不能再另发督办。没有落实的请升级，落实了的请解除。"
    );

public sealed record InstructedAlready()
    : Refusal(RefusalKind.Conflict, "instructed_already", "本件已有一条没有办结的批示。请等单位回复并阅结后再批示。");

public sealed record WrongSupervisionState(RequestAction Action)
    : Refusal(
        RefusalKind.Conflict,
        "wrong_supervision_state",
        $"没有可以{(Phrase)RequestTexts.Of(Action)}的督办或批示；两样都有的，请指明是哪一个。"
    );

public sealed record SupervisionNotDue(DateTimeOffset Due)
    : Refusal(RefusalKind.Conflict, "supervision_not_due", $"单位的回复期限还没有到（{Due:yyyy-MM-dd HH:mm}），不能升级。");

public sealed record TopOfLadder()
    : Refusal(RefusalKind.Conflict, "top_of_ladder", "已经是挂牌督办，没有更高一级。需要责令整改或追责的，请另行移送有权机关。");

public sealed record TooManyReports()
    : Refusal(RefusalKind.TooMany, "too_many_reports", "一天内提交的打击报复举报太多，请明天再试；情况危险请马上报警。");

public sealed record ClaimIsOpen() : Refusal(RefusalKind.Conflict, "claim_is_open", "这件诉求上还有一项权利请求没有答复，答复后再提。");

public sealed record WrongClaimState(ClaimState? Now, RequestAction Action)
    : Refusal(
        RefusalKind.Conflict,
        "wrong_claim_state",
        $"权利请求现在是“{(Phrase)(Now is { } state ? RequestTexts.Of(state) : "没有提出")}”，不能{(Phrase)RequestTexts.Of(Action)}。"
    );

public sealed record ContentIsErased()
    : Refusal(RefusalKind.Conflict, "content_is_erased", "这件诉求的内容已经删除，只留下不含个人信息的记录。");

public sealed record StillHandled()
    : Refusal(
        RefusalKind.Conflict,
        "still_handled",
        "这件诉求还没有结束，办理需要这些内容，现在不能删除。请等结束后办理，或者说明理由不予办理。"
    );

public sealed record NothingToCorrect() : Refusal(RefusalKind.Conflict, "nothing_to_correct", "没有因日历公布而要提前的期限。");

public sealed record OwnDecision() : Refusal(RefusalKind.Conflict, "own_decision", "不予办理是您本人决定的，请由另一位督办员复核。");

public sealed record SplitsExhausted()
    : Refusal(RefusalKind.Conflict, "splits_exhausted", $"一件最多拆出{ServiceRequest.MostSplits}件。再有别的事，请另行登记。");

public sealed record ReturnedOnce() : Refusal(RefusalKind.Conflict, "returned_once", "每个单位对同一工单只能申请退单一次。");

public sealed record ReturnTooLate(DateTimeOffset Due)
    : Refusal(RefusalKind.Conflict, "return_too_late", $"退单时限已过（{Due:yyyy-MM-dd HH:mm}），请继续承办。");

public sealed record SentBackTwice() : Refusal(RefusalKind.Conflict, "sent_back_twice", "已退回重办两次，请审核通过并进入回访，或报督办。");

public sealed record NobodyToRedo()
    : Refusal(RefusalKind.Conflict, "nobody_to_redo", "这封来信是连同答复导入的，没有承办单位，不能退回重办。请审核通过，或另行登记派单。");

public sealed record HoldsRealRequests()
    : Refusal(
        RefusalKind.Conflict,
        "holds_real_requests",
        "这个数据库里有真实诉求，不能混入演示数据。请换一个数据库；确要混入，请加 --into-existing。"
    );

public sealed record CallbacksExhausted() : Refusal(RefusalKind.Conflict, "callbacks_exhausted", "已三次未接通，请按无效回访办结。");

public sealed record CallbackTooSoon()
    : Refusal(RefusalKind.Conflict, "callback_too_soon", "同一天内的再次回访不另计次数，请改日换个时间再试。");

public sealed record CallbacksLeft(int Left)
    : Refusal(RefusalKind.Conflict, "callbacks_left", $"还需在不同时间再回访{Left}次，才能按无效回访办结。");

public sealed record NeverPublic() : Refusal(RefusalKind.Conflict, "never_public", "举报件和要求保密的诉求不公开。");

public sealed record NoIdentity() : Refusal(RefusalKind.Conflict, "no_identity", "诉求人未留联系方式，或已删除个人信息。");

public sealed record ContactSealed()
    : Refusal(RefusalKind.Forbidden, "contact_sealed", "本件要求保密，联系方式只对回访人员开放。请通过热线转达。");

public sealed record WrongQueryCode()
    : Refusal(RefusalKind.NotFound, "wrong_query_code", "工单编号或查询码不对。查询码在提交成功的页面和短信里。");

public sealed record NoRecording() : Refusal(RefusalKind.NotFound, "no_recording", "这件工单没有录音，或录音已不保存。");

public sealed record DraftGone()
    : Refusal(RefusalKind.Conflict, "draft_gone", "没有找到您填写的内容：它只保留一天，或者您换了设备。请重新填写。");

public sealed record NotPublic() : Refusal(RefusalKind.NotFound, "not_public", "没有这件诉求，或者它不公开。");

public sealed record SupportClosed(RequestState State)
    : Refusal(
        RefusalKind.Conflict,
        "support_closed",
        $"这件事已经结束（{(Phrase)RequestTexts.Of(State)}），不能再点“我也遇到”。又遇到了，请另外反映。"
    );

public sealed record OwnMatter() : Refusal(RefusalKind.Conflict, "own_matter", "这是您自己反映的，已经算在内。");

public sealed record TooManySupports()
    : Refusal(RefusalKind.TooMany, "too_many_supports", $"您点得太快，一分钟里最多{SupportLimit.Most}次，请稍等再试。");

public sealed record TooManyTries()
    : Refusal(RefusalKind.TooMany, "too_many_tries", "查询码错误次数太多，请十分钟后再试，也可以拨打热线查询。");

public sealed record PersonalDataInText(string Found)
    : Refusal(RefusalKind.Invalid, "personal_data", $"文字里好像有个人信息：{Found}。常用语给许多工单用，不能写个人信息。");

public sealed record TextChangedMeanwhile(string By)
    : Refusal(RefusalKind.Conflict, "text_changed", $"{By}刚刚改过这条常用语。您写的还在，请核对后再保存。");

public sealed record WrittenByAnother()
    : Refusal(RefusalKind.Forbidden, "written_by_another", "这条记录是另一位同事在这台手机上写的，请由本人登录后送出。");

public sealed record AbsenceIsOver() : Refusal(RefusalKind.Conflict, "absence_over", "这次代班已经结束了。");

public sealed record AbsencesMeet(string Name)
    : Refusal(RefusalKind.Conflict, "absences_meet", $"{Name}那段时间已经登记了不在岗。请改时间、换一位代班的同事，或先结束原来的登记。");

public sealed record CoversAnother(string Name, string For)
    : Refusal(RefusalKind.Conflict, "covers_another", $"{Name}那段时间正代{For}的班，请先结束那次代班，另找一位同事。");

public sealed record ReportIsIssued() : Refusal(RefusalKind.Conflict, "report_issued", "这份报告已经签发或撤回，不能再改。");

public sealed record ReportIsNotIssued()
    : Refusal(RefusalKind.Conflict, "report_not_issued", "只有已签发的报告可以撤回；草稿可以直接删除。");

public sealed record ReportChangedMeanwhile(string By)
    : Refusal(RefusalKind.Conflict, "report_changed", $"{By}刚刚改过这份报告。您写的还在，请核对后再保存。");

public sealed record ReportExists(Guid Report) : Refusal(RefusalKind.Conflict, "report_exists", "这一天已经有日报了，请打开原来的。");

public sealed record TooMuchForReport(int Rows, int Most)
    : Refusal(RefusalKind.Invalid, "too_much", $"这个范围有{Rows}件诉求，一份报告最多统计{Most}件。请缩短时间，或选定类别。");

public sealed record PersonalDataInReport(string Found)
    : Refusal(
        RefusalKind.Invalid,
        "personal_data",
        $"文字里好像有个人信息：{Found}。报告要给许多人看，请改写；看过了不是个人信息的，请勾选确认。"
    );

public sealed record MessageRegistered() : Refusal(RefusalKind.Conflict, "message_registered", "这条来件已经登记成工单。");

public sealed record MessageBeingWritten(string Who)
    : Refusal(RefusalKind.Conflict, "message_being_written", $"{Who}正在登记这条来件，请换下一条。");

public sealed record NeverDrafted()
    : Refusal(RefusalKind.Forbidden, "never_drafted", "举报、保密和涉及被反映单位的诉求从不交给模型，请自己写。");
