using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

public sealed partial class ServiceRequest
{
    /// <summary>How much of the giver's remaining time the taker gets, the rest is for the check on the way up (domain A.7, default).</summary>
    public const double SubShare = 0.7;

    /// <summary>Every 交办 of this request, those that ended included.</summary>
    public List<SubDispatch> SubDispatches { get; } = [];

    /// <summary>Where the request lies now: the answerable <see cref="Unit"/>, or a unit of its tree to which it was given on.</summary>
    public string? Holder { get; private set; }

    /// <summary>Units that worked or work on it below the answerable one, joined by ';'. They go on seeing it.</summary>
    public string Hands { get; private set; } = "";

    /// <summary>抄送: the county above a township that was dispatched to directly (Beijing regulation art. 12); null otherwise.</summary>
    public string? CopiedTo { get; private set; }

    /// <summary>The deepest 交办 that has not ended; it has the turn.</summary>
    public SubDispatch? Innermost => SubDispatches.Where(s => s.Open).MaxBy(s => s.Level);

    /// <summary>When the taker's report is due if nothing else is asked; null where the giver's own time is over.</summary>
    public DateTimeOffset? SubDue(DateTimeOffset at)
    {
        var own = OwnDue;
        if (own is null)
            return at + TimeSpan.FromDays(1);
        return own <= at ? null : at + TimeSpan.FromMilliseconds(Math.Floor((own.Value - at).TotalMilliseconds * SubShare));
    }

    /// <summary>The time by which the unit that has the request now owes its result; null where nothing was stamped.</summary>
    public DateTimeOffset? OwnDue => Innermost?.DueAt ?? ReplyDueAt;

    /// <summary>交办下级, to a unit under the one that has the request. The answerable unit's clocks are not touched.</summary>
    public Refusal? GiveDown(Unit unit, DateTimeOffset? due, CitySnapshot city, Step step)
    {
        if (CheckText("remark", "交办要求", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        var from = Holder ?? "";
        if (city.Units.Acting(unit.Code) == city.Units.Acting(from) || !city.Units.Under(unit.Code, from))
            return Refusal.Invalid(new FieldProblem("unit", $"{unit.Name}不在本单位之下，只能交办给下级单位或内设机构。"));
        if (Shielded && RequestAccess.IsAccusedSide(unit.Code, this, city))
            return new UnitIsAccused(unit.Name);
        if (LimitFor(due, "上报时间", city, step.At, out var limit) is { } late)
            return late;
        var given = SubDispatch.Give(this, from, unit.Code, limit, step.At);
        var facts = new Dictionary<string, string>
        {
            ["from"] = from,
            ["unit"] = unit.Code,
            ["level"] = $"{given.Level}",
            ["due"] = $"{limit.ToUnixTimeMilliseconds()}",
        };
        if (Move(step with { Facts = facts }) is { } refusal)
            return refusal;
        SubDispatches.Add(given);
        (HandlerId, HandlerName) = (null, null);
        PassTurn();
        return null;
    }

    /// <summary>The time of whoever does a part for the unit that has the request: after now, and never after that unit's own.</summary>
    private Refusal? LimitFor(DateTimeOffset? due, Phrase what, CitySnapshot city, DateTimeOffset at, out DateTimeOffset limit)
    {
        limit = due ?? SubDue(at) ?? at;
        if (due is null && SubDue(at) is null)
            return Refusal.Invalid(new FieldProblem("due", $"本单位的期限已过，请另定{what}。"));
        if (limit <= at)
            return Refusal.Invalid(new FieldProblem("due", $"{what}要晚于现在。"));
        return OwnDue is { } own && own > at && limit > own
            ? Refusal.Invalid(new FieldProblem("due", $"{what}不能晚于本单位的期限（{city.Local(own):yyyy-MM-dd HH:mm}）。"))
            : null;
    }

    /// <summary>下级签收</summary>
    public Refusal? SubSign(Step step) => SubMove(step);

    /// <summary>上报结果 to the unit that gave it; the person must have been contacted before.</summary>
    public Refusal? SubReport(Step step) => CheckText("result", "办理结果", step.Note?.Text, LongestText, shortest: 10) ?? SubMove(step);

    /// <summary>核对通过: the giver takes the result over and answers for it.</summary>
    public Refusal? SubAccept(Step step) => SubMove(step);

    /// <summary>退回下级重办; the taker's time runs on as it was.</summary>
    public Refusal? SubSendBack(Step step) => CheckText("reason", "退回重办的理由", step.Note?.Text, 1000, shortest: 5) ?? SubMove(step);

    /// <summary>退回上级: the taker says why it cannot do it.</summary>
    public Refusal? SubReturn(Step step) => CheckText("reason", "退回的理由", step.Note?.Text, 1000, shortest: 5) ?? SubMove(step);

    /// <summary>收回 by a unit that gave it on: whatever was given further down ends with it.</summary>
    public Refusal? SubRecall(CitySnapshot city, Step step)
    {
        if (CheckText("reason", "收回的理由", step.Note?.Text, LongestRemark, shortest: 0) is { } textProblem)
            return textProblem;
        if (GivenBy(step.By.UnitCode, city) is not { } given)
            return Barred(step) ?? new NotAllowed();
        if (Move(step with { Facts = FactsOf(given) }) is { } refusal)
            return refusal;
        EndFrom(given.Level, step.At);
        return null;
    }

    /// <summary>The outermost running 交办 that a unit gave, or null.</summary>
    internal SubDispatch? GivenBy(string? unit, CitySnapshot city) =>
        SubDispatches.Where(s => s.Open && unit is not null && city.Units.Acting(s.From) == city.Units.Acting(unit)).MinBy(s => s.Level);

    /// <summary>False where the running 交办 stands against an action that the table of the request allows.</summary>
    internal bool SubAllows(RequestAction action) =>
        action switch
        {
            RequestAction.SubDispatch => Innermost is null or { State: SubState.Signed },
            RequestAction.SubRecall => Innermost is not null,
            // The contact is owed by who works, not by who checks a report.
            RequestAction.RecordContact or RequestAction.Assign => Innermost is null or { State: SubState.Signed },
            RequestAction.Reply
            or RequestAction.Return
            or RequestAction.AwaitMaterial
            or RequestAction.AskHang
            or RequestAction.AskTermination => Innermost is null,
            _ => !SubDispatchLifecycle.Actions.Contains(action)
                || Innermost is { } running && SubDispatchLifecycle.Find(running.State, action) is not null,
        };

    private Refusal? SubMove(Step step)
    {
        if (Barred(step) is { } barred)
            return barred;
        var running = Innermost!;
        if (Move(step with { Facts = FactsOf(running) }) is { } refusal)
            return refusal;
        (HandlerId, HandlerName) = running.Move(step, (HandlerId, HandlerName));
        PassTurn();
        return null;
    }

    private static Dictionary<string, string> FactsOf(SubDispatch given) => new() { ["unit"] = given.To, ["level"] = $"{given.Level}" };

    private void EndFrom(int level, DateTimeOffset at)
    {
        foreach (var inner in SubDispatches.Where(s => s.Open && s.Level >= level).OrderByDescending(s => s.Level))
            (HandlerId, HandlerName) = inner.Recall(at);
        PassTurn();
    }

    /// <summary>Who has it now, who still sees it, and what is owed next.</summary>
    private void PassTurn()
    {
        Holder = Innermost?.Turn ?? Unit;
        Hands = string.Join(
            ';',
            SubDispatches.Where(s => s.State is not (SubState.Returned or SubState.Recalled)).Select(s => s.To).Distinct()
        );
        SetDue();
    }

    /// <summary>The first of what is owed now: the contact, the report of who works, or the reply.</summary>
    private void SetDue()
    {
        var result = SubDispatches.Where(s => s.Open && s.State != SubState.Reported).MaxBy(s => s.Level)?.DueAt ?? ReplyDueAt;
        var contact = Running(DeadlineKind.Contact)?.DueAt;
        DueAt = result is null || contact < result ? contact ?? result : result;
    }
}
