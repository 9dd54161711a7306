using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

public sealed partial class ServiceRequest
{
    /// <summary>How long a grade-1 request may wait unsigned before the next person on duty is rung.</summary>
    public static readonly TimeSpan RingEvery = TimeSpan.FromMinutes(10);

    /// <summary>Rounds of returns before a joint conference designates the unit (domain A.7).</summary>
    public const int MostReturns = 2;

    /// <summary>派单. Stamps the unit's deadlines; the resident's clock, which began at registration, is not touched.</summary>
    /// <param name="unit">Who is to do it.</param>
    /// <param name="city">What the city has told us.</param>
    /// <param name="step">By whom and when.</param>
    /// <param name="ordered">True where the hotline orders it, so that the unit may not return it; the remark then says why.</param>
    public Refusal? Dispatch(Unit unit, CitySnapshot city, Step step, bool ordered = false)
    {
        if (
            CheckText("remark", ordered ? "指定承办的理由" : "派单说明", step.Note?.Text, LongestRemark, ordered ? 5 : 0) is { } textProblem
        )
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (AwaitsConference)
            return new ConferenceDecides(AcceptedReturns);
        if (ReturnedBy.Split(';').Contains(unit.Code))
            return new AlreadyReturned(unit.Name);
        return Give(unit, city, step, ordered);
    }

    /// <summary>
    /// 联席会议指定: after two rounds of returns the joint conference says who has it, any unit at all, which may not return it. The note holds
    /// the conference and its reasons.
    /// </summary>
    public Refusal? Designate(Unit unit, CitySnapshot city, Step step)
    {
        if (CheckText("decision", "会议决定", step.Note?.Text, 1000, shortest: 10) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        return AwaitsConference ? Give(unit, city, step, ordered: true) : new NotForConference(MostReturns - AcceptedReturns);
    }

    /// <summary>送纪检监察: past the hotline, by the program, to an oversight body that may not return it.</summary>
    public Refusal? SendToDiscipline(Unit unit, CitySnapshot city, Step step)
    {
        if (Barred(step) is { } barred)
            return barred;
        return RequestAccess.IsAccusedSide(unit.Code, this, city) ? new UnitIsAccused(unit.Name) : Stamp(unit, city, step, ordered: true);
    }

    private Refusal? Give(Unit unit, CitySnapshot city, Step step, bool ordered)
    {
        if (Category is null)
            return Refusal.Invalid(new FieldProblem("category", "派单前请先选定类别，期限按类别计算。"));
        if (Confidentiality == Confidentiality.Sealed && !AccusedExamined)
            return new AccusedNotExamined();
        if (Shielded && RequestAccess.IsAccusedSide(unit.Code, this, city))
            return new UnitIsAccused(unit.Name);
        return Stamp(unit, city, step, ordered);
    }

    /// <summary>The unit has it from now on, with deadlines of its own; rows of earlier rounds stay as they are.</summary>
    private Refusal? Stamp(Unit unit, CitySnapshot city, Step step, bool ordered)
    {
        var stamped = RequestClocks.AtDispatch(this, unit, city, step.At);
        var facts = new Dictionary<string, string>(step.Facts) { ["unit"] = unit.Code };
        foreach (var deadline in stamped)
            facts[deadline.Kind.ToString()] = $"{deadline.DueAt.ToUnixTimeMilliseconds()}";
        if (ordered)
            facts["ordered"] = "yes";
        var county = CountyToCopy(unit, city);
        if (county is not null)
            facts["copied"] = county.Code;
        if (Move(step with { Facts = facts }) is { } refusal)
            return refusal;
        LieWith(unit.Code, county?.Code);
        Ordered = ordered;
        (HandlerId, HandlerName, ProposedUnit) = (null, null, null);
        DispatchedAt = step.At;
        Deadlines.AddRange(stamped);
        ReplyDueAt = CountedDueAt = Running(DeadlineKind.Reply)?.DueAt;
        (Extended, ExtensionUntold, WaitedForMaterial) = (false, false, false);
        DueAt = Running(DeadlineKind.Sign)?.DueAt ?? ReplyDueAt;
        (Rings, NextRingAt) = (0, Grade == 1 ? step.At : null);
        return null;
    }

    /// <summary>值班呼叫: the program rang somebody on duty; says when to ring the next.</summary>
    public Refusal? Ring(DutyCall call, Step step)
    {
        var facts = new Dictionary<string, string> { ["unit"] = call.Unit, ["post"] = call.Post };
        if (Move(step with { Facts = facts }) is { } refusal)
            return refusal;
        Rings++;
        NextRingAt = call.Last ? null : step.At + RingEvery;
        return null;
    }

    /// <summary>申请退单, with a basis and the unit that should have it. At most once a unit, within the time for returns.</summary>
    public Refusal? Return(ReturnReason reason, Unit proposed, CitySnapshot city, Step step)
    {
        if (CheckText("basis", "退单依据", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (proposed.Code == Unit)
            return Refusal.Invalid(new FieldProblem("proposedUnit", "请提出本单位以外的承办单位。"));
        if (Barred(step) is { } barred)
            return barred;
        if (Ordered)
            return new OrderedUnit();
        if (ReturnedBy.Split(';').Contains(Unit))
            return new ReturnedOnce();
        if (Running(DeadlineKind.Return) is { } limit && step.At > limit.DueAt)
            return new ReturnTooLate(limit.DueAt);
        var facts = new Dictionary<string, string> { ["unit"] = Unit!, ["proposed"] = proposed.Code };
        if (Move(step with { Reason = reason.ToString(), Facts = facts }) is { } refusal)
            return refusal;
        ProposedUnit = proposed.Code;
        NextRingAt = null;
        Lapse(step.At);
        OweDecision(city, step.At);
        return null;
    }

    /// <summary>退单成立: the unit's clocks end, the request waits for another dispatch.</summary>
    public Refusal? AcceptReturn(Step step)
    {
        var facts = new Dictionary<string, string> { ["unit"] = Unit ?? "", ["proposed"] = ProposedUnit ?? "" };
        if ((CheckText("reason", "理由", step.Note?.Text, LongestRemark, shortest: 0) ?? Move(step with { Facts = facts })) is { } refusal)
            return refusal;
        AcceptedReturns++;
        DropCo(step.At);
        DropSupervisions(step.At);
        SupervisedUpTo = null;
        DecisionOn(null)?.Meet(step.At);
        foreach (var deadline in Deadlines.Where(d => d.Running))
            deadline.Void(step.At);
        ReturnedBy = ReturnedBy.Length == 0 ? Unit! : $"{ReturnedBy};{Unit}";
        LieWith(null);
        (HandlerId, HandlerName) = (null, null);
        (DueAt, ReplyDueAt, CountedDueAt, DispatchedAt) = (null, null, null, null);
        ExtendedTo = null;
        return null;
    }

    /// <summary>退单不成立: the unit keeps the request, its clocks ran on, and it may not return again.</summary>
    public Refusal? RejectReturn(Step step)
    {
        if (CheckText("reason", "不予退单的理由", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Move(step with { Facts = new Dictionary<string, string> { ["unit"] = Unit! } }) is { } refusal)
            return refusal;
        ReturnedBy = ReturnedBy.Length == 0 ? Unit! : $"{ReturnedBy};{Unit}";
        ProposedUnit = null;
        DecisionOn(null)?.Meet(step.At);
        // It waits for a signature again, so somebody is rung again.
        (Rings, NextRingAt) = (0, Grade == 1 ? step.At : null);
        return null;
    }

    /// <summary>抄送: a township that is dispatched to directly has its county told (Beijing regulation art. 12).</summary>
    private static Unit? CountyToCopy(Unit unit, CitySnapshot city) =>
        unit.Kind is UnitKind.Township or UnitKind.Village
            ? city.Units.Upwards(unit.Parent).FirstOrDefault(u => u.Kind == UnitKind.CountyGovernment)
            : null;

    internal RequestDeadline? Running(DeadlineKind kind) => Deadlines.FirstOrDefault(d => d.Kind == kind && d.Running);
}
