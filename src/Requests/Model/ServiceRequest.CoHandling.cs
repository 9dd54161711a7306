using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

public sealed partial class ServiceRequest
{
    /// <summary>By when a department that was whistled for must have come: [D].</summary>
    public static readonly TimeSpan WhistleWithin = TimeSpan.FromHours(24);

    /// <summary>Every 协办 and 吹哨 of this request, those that ended included.</summary>
    public List<CoHandling> CoHandlings { get; } = [];

    /// <summary>Units that help or helped, joined by ';'; they see the request.</summary>
    public string CoUnits { get; private set; } = "";

    /// <summary>How many co-handlings wait for the hotline to say whose duty they are.</summary>
    public int CoDisputes { get; private set; }

    /// <summary>请其他单位协办, or 吹哨 by a township. The clocks of the unit that leads are not touched.</summary>
    public Refusal? AskCoHandler(CoKind kind, Unit unit, DateTimeOffset? due, CitySnapshot city, Step step)
    {
        if (CheckText("remark", "请协办什么", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        var from = Holder ?? "";
        if (CoProblem(kind, unit, from, city) is { } problem)
            return problem;
        if (LimitFor(due, "反馈时间", city, step.At, out var limit) is { } late)
            return late;
        var facts = new Dictionary<string, string>
        {
            ["kind"] = kind.ToString(),
            ["from"] = from,
            ["unit"] = unit.Code,
            ["due"] = $"{limit.ToUnixTimeMilliseconds()}",
        };
        if (Move(step with { Facts = facts }) is { } refusal)
            return refusal;
        CoHandlings.Add(CoHandling.Ask(Id, kind, from, unit.Code, limit, step.At));
        CountCo();
        return null;
    }

    /// <summary>签收、报到</summary>
    public Refusal? CoSign(CitySnapshot city, Step step) => CoMove(step.By.UnitCode, city, step);

    /// <summary>阶段报告: why it takes longer and what was done so far. It stays late, but explained.</summary>
    public Refusal? CoInterim(CitySnapshot city, Step step) =>
        CheckText("report", "阶段情况和理由", step.Note?.Text, 2000, shortest: 10) ?? CoMove(step.By.UnitCode, city, step);

    /// <summary>反馈结果 to the unit that leads; a department that was whistled for says whether the whistle was right.</summary>
    public Refusal? CoReport(bool? fair, CitySnapshot city, Step step)
    {
        if (CheckText("result", "办理结果", step.Note?.Text, LongestText, shortest: 10) is { } textProblem)
            return textProblem;
        if (CoOf(step.By.UnitCode, step.Action, city) is { Kind: CoKind.Whistle } && fair is null)
            return Refusal.Invalid(new FieldProblem("fair", "请选择这次吹哨应不应当。"));
        var facts = fair is { } right ? new Dictionary<string, string> { ["fair"] = right ? "yes" : "no" } : [];
        return CoMove(step.By.UnitCode, city, step, facts, co => co.Judge(co.Kind == CoKind.Whistle ? fair : null));
    }

    /// <summary>不属于本单位职责: the hotline decides; who was ordered to may not say so again.</summary>
    public Refusal? CoDecline(CitySnapshot city, Step step)
    {
        if (CheckText("basis", "依据", step.Note?.Text, 1000, shortest: 10) is { } textProblem)
            return textProblem;
        if (CoOf(step.By.UnitCode, step.Action, city) is { Ordered: true })
            return new OrderedCoHandler();
        return CoMove(step.By.UnitCode, city, step, then: co => OweDecision(city, step.At, co.Id));
    }

    /// <summary>裁定应当协办</summary>
    public Refusal? CoOrder(string? unit, CitySnapshot city, Step step) => CoDecide(unit, city, step);

    /// <summary>裁定不必协办</summary>
    public Refusal? CoRelease(string? unit, CitySnapshot city, Step step) => CoDecide(unit, city, step);

    /// <summary>核对通过并评价</summary>
    public Refusal? CoAccept(string? unit, CoRating rating, CitySnapshot city, Step step) =>
        CheckText("remark", "评语", step.Note?.Text, LongestRemark, shortest: 0)
        ?? CoMove(unit, city, step, new() { ["rating"] = rating.ToString() }, co => co.Rate(rating));

    /// <summary>退回协办单位重办; its time runs on as it was.</summary>
    public Refusal? CoSendBack(string? unit, CitySnapshot city, Step step) =>
        CheckText("reason", "退回重办的理由", step.Note?.Text, 1000, shortest: 5) ?? CoMove(unit, city, step);

    /// <summary>撤回协办</summary>
    public Refusal? CoWithdraw(string? unit, CitySnapshot city, Step step) =>
        CheckText("reason", "撤回的理由", step.Note?.Text, LongestRemark, shortest: 0) ?? CoMove(unit, city, step);

    /// <summary>The open co-handling of a unit in which this step is next; where no unit is named, the only one.</summary>
    internal CoHandling? CoOf(string? unit, RequestAction action, CitySnapshot city)
    {
        var fit = CoNext(action);
        return unit is null
            ? (fit.Count == 1 ? fit[0] : null)
            : fit.FirstOrDefault(c => city.Units.Acting(c.To) == city.Units.Acting(unit));
    }

    /// <summary>The open co-handlings in which this step is next.</summary>
    internal IReadOnlyList<CoHandling> CoNext(RequestAction action) =>
        [.. CoHandlings.Where(c => c.Open && CoHandlingLifecycle.Find(c.State, action) is not null)];

    /// <summary>True where some co-handling could take this step next; pages offer it then.</summary>
    internal bool CoAllows(RequestAction action) =>
        !CoHandlingLifecycle.Actions.Contains(action) || CoNext(action).Any(c => action != RequestAction.CoDecline || !c.Ordered);

    /// <summary>The lead answers for the whole and does not hide behind others: who is neither done nor late with a reason is named.</summary>
    private CoHandlersMissing? CoMissing(CitySnapshot city, DateTimeOffset at)
    {
        var missing = CoHandlings.Where(c => c.Open && !c.Excused(at)).Select(c => city.Units.NameOf(c.To)).ToList();
        return missing.Count == 0 ? null : new CoHandlersMissing(string.Join('、', missing));
    }

    private Refusal? CoProblem(CoKind kind, Unit unit, string from, CitySnapshot city)
    {
        Refusal Not(FormattableString why) => Refusal.Invalid(new FieldProblem("unit", Phrase.Of(why)));
        if (city.Units.Under(unit.Code, from) || city.Units.Acting(unit.Code) == city.Units.Acting(Unit))
            return Not($"{unit.Name}就是本单位或在本单位之下，请用“交办下级”。");
        if (CoHandlings.Any(c => c.Open && city.Units.Acting(c.To) == city.Units.Acting(unit.Code)))
            return Not($"{unit.Name}已经在协办本件。");
        if (kind == CoKind.Whistle && city.Units.Find(from)?.Kind is not (UnitKind.Township or UnitKind.Village))
            return Refusal.Invalid(new FieldProblem("kind", "只有乡镇、街道和村（社区）可以吹哨；部门之间请用协办。"));
        if (kind == CoKind.Whistle && unit.Kind is UnitKind.Township or UnitKind.Village)
            return Not($"{unit.Name}不是部门，吹哨是叫部门到现场。");
        return Shielded && RequestAccess.IsAccusedSide(unit.Code, this, city) ? new UnitIsAccused(unit.Name) : null;
    }

    private Refusal? CoDecide(string? unit, CitySnapshot city, Step step) =>
        CheckText("reason", "裁定的理由", step.Note?.Text, 1000, shortest: 5)
        ?? CoMove(unit, city, step, then: co => DecisionOn(co.Id)?.Meet(step.At));

    private Refusal? CoMove(
        string? unit,
        CitySnapshot city,
        Step step,
        Dictionary<string, string>? facts = null,
        Action<CoHandling>? then = null
    )
    {
        if (Barred(step) is { } barred)
            return barred;
        if (CoOf(unit, step.Action, city) is not { } co)
            return new WrongCoState(step.Action);
        if (Move(step with { Facts = new Dictionary<string, string>(facts ?? []) { ["unit"] = co.To } }) is { } refusal)
            return refusal;
        co.Move(step);
        then?.Invoke(co);
        if (!co.Open)
            DecisionOn(co.Id)?.Void(step.At);
        CountCo();
        return null;
    }

    private void DropCo(DateTimeOffset at)
    {
        foreach (var co in CoHandlings.Where(c => c.Open))
        {
            DecisionOn(co.Id)?.Void(at);
            co.Drop(at);
        }
        CountCo();
    }

    private void CountCo()
    {
        if (CoHandlings.Count == 0)
            return;
        CoUnits = string.Join(
            ';',
            CoHandlings.Where(c => c.State is not (CoState.Withdrawn or CoState.Released)).Select(c => c.To).Distinct()
        );
        CoDisputes = CoHandlings.Count(c => c.State == CoState.Disputed);
    }
}
