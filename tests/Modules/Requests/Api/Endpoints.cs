using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>One way to act on a request over HTTP, with a body that is in order.</summary>
/// <param name="Action">The action of the lifecycle that it does.</param>
/// <param name="Path">What follows the number.</param>
/// <param name="Body">Members of the JSON body, in order.</param>
internal sealed record ActionEndpoint(RequestAction Action, string Path, params (string Name, object Value)[] Body)
{
    /// <summary>Members without which the body is not in order.</summary>
    public IReadOnlyList<string> Required { get; init; } = [.. Body.Select(m => m.Name)];

    public Task<Page> Send(Browser browser, string number, params (string Name, object? Value)[] more) =>
        browser.PostJson($"/api/requests/{number}/{Path}", With(more));

    public Dictionary<string, object?> With(params (string Name, object? Value)[] more)
    {
        var all = Body.ToDictionary(m => m.Name, m => (object?)m.Value);
        foreach (var (name, value) in more)
            all[name] = value;
        return all;
    }
}

/// <summary>Every endpoint under /api/requests. One that is not here fails the test that compares this list with the host's.</summary>
internal static class Endpoints
{
    private static readonly Dictionary<string, object> Answers = new()
    {
        ["contacted"] = true,
        ["solved"] = "Yes",
        ["satisfied"] = "Mostly",
    };

    private static readonly Dictionary<string, object> Unsolved = new()
    {
        ["contacted"] = true,
        ["solved"] = "No",
        ["satisfied"] = "No",
    };

    public static readonly IReadOnlyList<ActionEndpoint> Actions =
    [
        new(RequestAction.Reclassify, "classification", ("to", new Dictionary<string, object> { ["grade"] = 2 })),
        new(RequestAction.AnswerAtOnce, "answer", ("answer", "路灯归街道管，已告知报修电话。")),
        new(RequestAction.Refuse, "refusal", ("reason", "N02Litigation"), ("legalChannel", "请向人民法院提起诉讼。")),
        new(RequestAction.ContestRefusal, "refusal/contest", ("text", "法院说这件事先要由街道处理。")),
        new(RequestAction.UpholdRefusal, "refusal/upholding", ("reason", "已核对，确属法院受理范围，请携材料起诉。")),
        new(RequestAction.OverturnRefusal, "refusal/overturning", ("reason", "经核对，路灯维修属于街道职责，改为受理。")),
        new(RequestAction.TransferEmergency, "emergency", ("line", "Fire119")),
        new(RequestAction.SendToEmergency, "handover", ("line", "Police110")),
        new(RequestAction.ConfirmHandover, "handover/confirmation", ("reference", "J20260302")),
        new(RequestAction.DeclineHandover, "handover/refusal", ("reason", "不属于警情。")),
        new(RequestAction.Dispatch, "dispatch", ("unit", "EAST-1")),
        new(RequestAction.Designate, "designation", ("unit", "EAST-1"), ("decision", "第三次联席会议决定，由属地负责。")),
        new(RequestAction.Sign, "signature"),
        new(RequestAction.RecordContact, "contacts", ("way", "Phone"), ("result", "已联系，约定明日上门。")),
        new(RequestAction.MarkTextOnly, "text-only", ("on", false)),
        new(RequestAction.Assign, "handler", ("colleague", Guid.Empty)),
        new(RequestAction.Reply, "reply", ("reply", "已更换灯头并请居民当晚确认亮灯。"), ("toldPerson", true)),
        new(
            RequestAction.Return,
            "return",
            ("reason", "R01NotOurDuty"),
            ("basis", "按三定方案不属本单位职责。"),
            ("proposedUnit", "CITY-URBAN")
        ),
        new(RequestAction.AcceptReturn, "return/acceptance"),
        new(RequestAction.RejectReturn, "return/rejection", ("reason", "派单目录写明属地办理。")),
        new(RequestAction.SubDispatch, "sub-dispatch", ("unit", "EAST-1-1"), ("remark", "请到现场更换灯头。")),
        new(RequestAction.SubSign, "sub-dispatch/signature"),
        new(RequestAction.SubReport, "sub-dispatch/report", ("result", "已更换三个灯头，当晚亮灯。")),
        new(RequestAction.SubAccept, "sub-dispatch/acceptance"),
        new(RequestAction.SubSendBack, "sub-dispatch/redo", ("reason", "没有写明更换的时间。")),
        new(RequestAction.SubReturn, "sub-dispatch/return", ("reason", "灯杆不归本社区管理。")),
        new(RequestAction.SubRecall, "sub-dispatch/recall"),
        new(
            RequestAction.AskExtension,
            "extension",
            ("reason", "Testing"),
            ("until", "2026-03-20T09:30:00Z"),
            ("basis", "需要送检，检测机构排期到下周。")
        ),
        new(RequestAction.GrantExtension, "extension/grant"),
        new(RequestAction.TellExtension, "extension/told", ("way", "Phone"), ("told", "已电话说明送检需要的时间。")),
        new(
            RequestAction.AskHang,
            "hang",
            ("reason", "Funds"),
            ("planned", "2027-12-31T09:30:00Z"),
            ("plan", "列入明年的道路改造计划，先装临时路灯。")
        ),
        new(RequestAction.GrantHang, "hang/grant", ("told", "这条路明年改造，先装临时路灯。")),
        new(RequestAction.RecheckHang, "hang/rechecks", ("finding", "设计已完成，正在招标，临时路灯正常。")),
        new(RequestAction.ReleaseHang, "hang/release", ("reason", "资金已到位，开始施工。")),
        new(RequestAction.AskTermination, "termination", ("reason", "T02NotCooperating"), ("basis", "三次上门均拒绝开门，也不接电话。")),
        new(RequestAction.GrantTermination, "termination/grant", ("told", "多次联系未能配合，本件终止办理。")),
        new(RequestAction.DeclineApplication, "application/refusal", ("reason", "理由不充分，请按期办理。")),
        new(RequestAction.AwaitMaterial, "material", ("missing", "请提供灯杆编号的照片。")),
        new(RequestAction.ResumeWork, "material/resumption"),
        new(RequestAction.AskCoHandler, "co-handling", ("unit", "WATER"), ("remark", "请查一下路面下的水管。")),
        new(RequestAction.CoSign, "co-handling/signature"),
        new(RequestAction.CoInterim, "co-handling/interim", ("report", "管线图要到档案馆调，周五才能查到。")),
        new(RequestAction.CoReport, "co-handling/report", ("result", "已查明不是水管漏水，附探测记录。")),
        new(RequestAction.CoDecline, "co-handling/objection", ("basis", "该路段管线不属于本公司管辖范围。")),
        new(RequestAction.CoOrder, "co-handling/order", ("reason", "管线归属协议写明由供水公司维护。")),
        new(RequestAction.CoRelease, "co-handling/release", ("reason", "该管线确属单位自管。")),
        new(RequestAction.CoAccept, "co-handling/acceptance", ("rating", "Solved")),
        new(RequestAction.CoSendBack, "co-handling/redo", ("reason", "没有附探测记录。")),
        new(RequestAction.CoWithdraw, "co-handling/withdrawal"),
        new(RequestAction.AcceptReply, "review/acceptance"),
        new(RequestAction.SendBack, "review/redo", ("reason", "没有写明修复时间。")),
        new(RequestAction.CallOverdue, "callback/overdue", ("answers", Answers)),
        new(RequestAction.SecondHandling, "callback/second-handling", ("answers", Unsolved)),
        new(RequestAction.ReferDecision, "callback/referral", ("answers", Unsolved)),
        new(RequestAction.DecideEnd, "decision", ("decision", "Explained"), ("told", "灯已修好两次，线路改造列入明年计划。")),
        new(RequestAction.Reopen, "reopening", ("facts", "昨晚三盏灯又灭了。")),
        new(
            RequestAction.Supervise,
            "supervision",
            ("level", "Notice"),
            ("reason", "S02Overdue"),
            ("demand", "逾期没有答复，请说明原因并报告结果。")
        ),
        new(RequestAction.EscalateSupervision, "supervision/escalation", ("demand", "仍没有落实，请主要负责人说明。")),
        new(RequestAction.Instruct, "instructions", ("instruction", "请抓紧办理，结果报我。"), ("leader", "分管副市长"))
        {
            Required = ["instruction"],
        },
        new(RequestAction.AnswerSupervision, "supervision/answer", ("answer", "已更换三盏灯，线路月底前换完。")),
        new(RequestAction.SendBackSupervision, "supervision/redo", ("reason", "没有附照片，请核实。")),
        new(RequestAction.ReleaseSupervision, "supervision/release", ("reason", "已核实办成。")),
        new(RequestAction.JoinMatter, "matter", ("with", "130000000000000000018")),
        new(RequestAction.LeaveMatter, "matter/leaving", ("reason", "是另一条街的灯。")),
        new(RequestAction.Split, "splits", ("part", new { text = "另外小区门口的井盖也松了。" })),
        new(RequestAction.ClaimRight, "rights", ("right", "Access"), ("text", "请提供我打电话时的录音。")),
        new(RequestAction.GrantClaim, "rights/grant", ("answer", "录音已刻盘，请带身份证到中心领取。")),
        new(RequestAction.RefuseClaim, "rights/refusal", ("ground", "D05OfOthers"), ("answer", "录音里有他人的住址和电话，不能提供。")),
        new(RequestAction.ContestClaim, "rights/contest", ("text", "可以把别人的部分去掉。")),
        new(RequestAction.WithdrawClaim, "rights/withdrawal"),
        new(RequestAction.MissCallback, "callback/misses"),
        new(RequestAction.RecordCallback, "callback", ("answers", Answers)),
        new(RequestAction.Close, "callback/unreached"),
        new(RequestAction.AddFacts, "facts", ("text", "昨晚又灭了两盏。")),
        new(RequestAction.Withdraw, "withdrawal"),
        new(RequestAction.Rate, "rating", ("answers", Answers)),
        new(RequestAction.ApprovePublicText, "public-text", ("text", "东一街道路灯报修，已修复。")),
    ];

    /// <summary>Endpoints that do no action of the lifecycle.</summary>
    public static readonly IReadOnlyList<string> Others =
    [
        "GET /api/requests/search",
        "GET /api/requests/nearby",
        "GET /api/requests/queues/{queue}",
        "POST /api/requests/reading",
        "POST /api/requests/signatures",
        "POST /api/requests/handlers",
        "GET /api/requests/{number}",
        "GET /api/requests/matters",
        "GET /api/requests/{number}/matter",
        "POST /api/requests/{number}/matter/dispatches",
        "POST /api/requests/{number}/matter/replies",
        "POST /api/requests/{number}/contact-openings",
        "POST /api/requests/{number}/recording",
    ];

    public static IEnumerable<string> All => [.. Others, .. Actions.Select(a => $"POST /api/requests/{{number}}/{a.Path}")];

    public static ActionEndpoint Of(RequestAction action) => Actions.Single(a => a.Action == action);
}
