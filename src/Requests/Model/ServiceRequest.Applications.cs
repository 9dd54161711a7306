using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

public sealed partial class ServiceRequest
{
    /// <summary>申请, oldest first.</summary>
    public List<UnitApplication> Applications { get; } = [];

    /// <summary>What the unit asks for and nobody has decided; null where nothing waits.</summary>
    public ApplicationKind? Asks { get; private set; }

    /// <summary>True once an extension was granted; there is one for each dispatch.</summary>
    public bool Extended { get; private set; }

    /// <summary>True while the person has not been told of the extension.</summary>
    public bool ExtensionUntold { get; private set; }

    /// <summary>
    /// The reply's date for scores: that of <see cref="ReplyDueAt"/>, but an extension counts only once the person was told in time (domain A.6).
    /// </summary>
    public DateTimeOffset? CountedDueAt { get; private set; }

    /// <summary>申请延期, before the reply is due, once.</summary>
    public Refusal? AskExtension(ExtensionReason reason, DateTimeOffset until, CitySnapshot city, Step step)
    {
        if (CheckText("basis", "延期理由", step.Note?.Text, 1000, shortest: 10) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (Extended)
            return new ExtendedOnce();
        if (ReplyDueAt is not { } due)
            return new NothingToExtend();
        if (step.At > due)
            return new ExtensionTooLate(city.Local(due));
        if (until <= due)
            return Refusal.Invalid(new FieldProblem("until", $"新的期限要晚于原期限（{city.Local(due):yyyy-MM-dd HH:mm}）。"));
        var furthest = city.DeadlineOf(DeadlineKind.Extension, Category, Grade, due);
        return until > furthest.DueAt
            ? Refusal.Invalid(
                new FieldProblem("until", $"延期最多到{city.Local(furthest.DueAt):yyyy-MM-dd HH:mm}（依据：{furthest.Rule.Basis}）。")
            )
            : Ask(ApplicationKind.Extension, reason.ToString(), until, city, step);
    }

    /// <summary>申请挂账, with a plan and the date by which it is to be solved.</summary>
    public Refusal? AskHang(HangReason reason, DateTimeOffset planned, CitySnapshot city, Step step)
    {
        if (CheckText("plan", "解决计划", step.Note?.Text, 2000, shortest: 10) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (planned <= step.At)
            return Refusal.Invalid(new FieldProblem("planned", "计划解决的日期要晚于今天。"));
        return planned > step.At + LongestPlan
            ? Refusal.Invalid(new FieldProblem("planned", "计划解决的日期最多在五年以内。"))
            : Ask(ApplicationKind.Hang, reason.ToString(), planned, city, step);
    }

    /// <summary>申请终止</summary>
    public Refusal? AskTermination(TerminationReason reason, CitySnapshot city, Step step) =>
        CheckText("basis", "终止的依据", step.Note?.Text, 1000, shortest: 10)
        ?? Barred(step)
        ?? Ask(ApplicationKind.Termination, reason.ToString(), null, city, step);

    /// <summary>同意延期: a new deadline row beside the old one, which stays as it was stamped.</summary>
    public Refusal? GrantExtension(CitySnapshot city, Step step)
    {
        if (CheckText("remark", "裁定意见", step.Note?.Text, LongestRemark, shortest: 0) is { } textProblem)
            return textProblem;
        if (Undecided(ApplicationKind.Extension, step, out var asked) is { } refusal)
            return refusal;
        var until = asked.Until!.Value;
        if (Decide(asked, ApplicationState.Granted, step) is { } no)
            return no;
        if (Running(DeadlineKind.Reply) is { } reply)
        {
            reply.Void(step.At);
            Phrase why = $"延期：{(Phrase)(StaffWords.Reason(asked.Reason) ?? "")}";
            Deadlines.Add(reply.Moved(until, why, $"原期限{city.Long(reply.DueAt)}，经热线同意延期。", step.At, asked.Id));
        }
        (ReplyDueAt, Extended, ExtensionUntold, ExtendedTo) = (until, true, true, until);
        SetDue();
        return null;
    }

    /// <summary>告知延期: the person is told why and until when. Only in time does it make the extension count.</summary>
    public Refusal? TellExtension(ContactWay way, Step step)
    {
        if (CheckText("told", "告知的内容", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (way == ContactWay.CannotReach)
            return Refusal.Invalid(new FieldProblem("way", "没有联系上的不算告知，请换个方式再试。"));
        if (Barred(step) is { } barred)
            return barred;
        if (!ExtensionUntold)
            return new NothingToTell();
        var granted = Applications
            .Where(a => a is { Kind: ApplicationKind.Extension, State: ApplicationState.Granted })
            .MaxBy(a => a.AskedAt)!;
        if (Move(step with { Facts = new Dictionary<string, string> { ["way"] = way.ToString() } }) is { } refusal)
            return refusal;
        granted.Tell(step.At);
        ExtensionUntold = false;
        if (!granted.Void)
            CountedDueAt = ReplyDueAt;
        return null;
    }

    /// <summary>同意终止; the note is what the person is told.</summary>
    public Refusal? GrantTermination(Step step) =>
        CheckText("told", "告知诉求人的说明", step.Note?.Text, 2000, shortest: 10)
        ?? Undecided(ApplicationKind.Termination, step, out var asked)
        ?? Decide(asked, ApplicationState.Granted, step);

    /// <summary>不同意申请: the unit goes on as before.</summary>
    public Refusal? DeclineApplication(Step step) =>
        CheckText("reason", "不同意的理由", step.Note?.Text, 1000, shortest: 5)
        ?? Undecided(null, step, out var asked)
        ?? Decide(asked, ApplicationState.Declined, step);

    private Refusal? Ask(ApplicationKind kind, string reason, DateTimeOffset? until, CitySnapshot city, Step step)
    {
        if (Asks is { } waiting)
            return new AskedAlready(waiting);
        var asked = UnitApplication.Ask(this, kind, reason, until, step.At);
        if (Move(step with { Reason = reason, Facts = FactsOf(asked) }) is { } refusal)
            return refusal;
        Applications.Add(asked);
        Asks = kind;
        OweDecision(city, step.At, asked.Id);
        return null;
    }

    /// <summary>The application that waits, which must be of this kind where one is named.</summary>
    private Refusal? Undecided(ApplicationKind? kind, Step step, out UnitApplication asked)
    {
        asked = Applications.LastOrDefault(a => a.State == ApplicationState.Asked)!;
        return Barred(step) ?? (asked is null || kind is { } wanted && asked.Kind != wanted ? new NothingAsked(kind) : null);
    }

    private Refusal? Decide(UnitApplication asked, ApplicationState decision, Step step, DateTimeOffset? recheck = null)
    {
        var facts = FactsOf(asked);
        if (recheck is { } next)
            facts["recheck"] = $"{next.ToUnixTimeMilliseconds()}";
        DecisionOn(asked.Id)?.Meet(step.At);
        asked.Decide(decision, step.By.Id, step.At);
        Asks = null;
        return Move(step with { Reason = asked.Reason, Facts = facts });
    }

    /// <summary>The request goes on without what was asked.</summary>
    private void Lapse(DateTimeOffset at)
    {
        if (Asks is null)
            return;
        foreach (var asked in Applications.Where(a => a.State == ApplicationState.Asked))
        {
            DecisionOn(asked.Id)?.Void(at);
            asked.Lapse(at);
        }
        Asks = null;
    }

    /// <summary>The hotline's own time to decide on an application, an objection or a return; the unit's list does not show it.</summary>
    private void OweDecision(CitySnapshot city, DateTimeOffset at, Guid? on = null) =>
        Deadlines.Add(new RequestDeadline(Id, city.DeadlineOf(DeadlineKind.Decide, Category, Grade, at), unit: null, at, on));

    private RequestDeadline? DecisionOn(Guid? subject) =>
        Deadlines.Find(d => d.Kind == DeadlineKind.Decide && d.Running && d.Application == subject);

    private static Dictionary<string, string> FactsOf(UnitApplication asked)
    {
        var facts = new Dictionary<string, string> { ["unit"] = asked.Unit, ["kind"] = asked.Kind.ToString() };
        if (asked.Until is { } until)
            facts["until"] = $"{until.ToUnixTimeMilliseconds()}";
        return facts;
    }
}
