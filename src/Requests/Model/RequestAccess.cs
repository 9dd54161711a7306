using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>Who may see a request and act on it. The one place where these questions are answered.</summary>
public static class RequestAccess
{
    /// <summary>Whoever of the hotline works on requests.</summary>
    internal static readonly Role[] HotlineRoles = [Role.Agent, Role.Dispatcher, Role.Reviewer, Role.Callback, Role.Supervisor];

    /// <summary>
    /// True where a unit is the accused or stands under it. The oversight body is never on the accused side unless it is itself accused,
    /// so that a matter about the hotline still reaches somebody.
    /// </summary>
    public static bool IsAccusedSide(string? unit, ServiceRequest request, CitySnapshot city) =>
        IsAccusedSide(unit, request.AccusedUnit, city);

    public static bool IsAccusedSide(string? unit, string? accused, CitySnapshot city)
    {
        if (accused is null || unit is null)
            return false;
        if (city.Units.Acting(unit) == city.Units.Acting(accused))
            return true;
        return city.Units.Find(unit)?.Kind != UnitKind.Oversight && city.Units.Under(unit, accused);
    }

    /// <summary>Accused units whose shielded matters this actor must not know of: their own unit and, but for the oversight body, all above it.</summary>
    public static IReadOnlyList<string> HiddenFrom(Actor actor, CitySnapshot city)
    {
        if (actor.Is(Role.System))
            return [];
        var upwards = city.Units.Upwards(actor.UnitCode).ToList();
        return
        [
            .. upwards.Take(upwards is [{ Kind: UnitKind.Oversight }, ..] ? 1 : upwards.Count).SelectMany(u => city.Units.ActsFor(u.Code)),
        ];
    }

    /// <summary>May the actor know that the request exists.</summary>
    public static bool MaySee(Actor actor, ServiceRequest request, CitySnapshot city)
    {
        if (actor.Is(Role.System))
            return true;
        if (request.Shielded && IsAccusedSide(actor.UnitCode, request, city))
            return false;
        if (actor.IsAny(HotlineRoles))
            return true;
        if (actor.Is(Role.UnitHandler) && Has(actor.UnitCode, request, city))
            return true;
        if (actor.Is(Role.Leader) && !request.Shielded)
            return actor.AreaCode is null || city.Areas.Within(request.Area, actor.AreaCode);
        return IsOwn(actor, request);
    }

    public static bool IsOwn(Actor actor, ServiceRequest request) =>
        actor.Is(Role.Resident) && actor.Id != Guid.Empty && request.PersonId == actor.Id;

    /// <summary>May the actor do what this row of the lifecycle allows.</summary>
    public static bool MayAct(Actor actor, LifecycleRow row, ServiceRequest request, CitySnapshot city) =>
        row.By.Any(actor.Is)
        && row.Scope switch
        {
            ActionScope.Any => MaySee(actor, request, city),
            ActionScope.Worked => MaySee(actor, request, city) && !OnlyHelps(actor, request, city),
            ActionScope.OwnUnit => ActsFor(actor, request.Unit, city) && MaySee(actor, request, city),
            ActionScope.Holder => ActsFor(actor, request.Holder, city) && MaySee(actor, request, city),
            ActionScope.Giver => request.GivenBy(actor.UnitCode, city) is not null && MaySee(actor, request, city),
            ActionScope.CoHandler => request.CoHandlings.Any(c => c.Open && ActsFor(actor, c.To, city)) && MaySee(actor, request, city),
            ActionScope.CoAsker => (
                ActsFor(actor, request.Unit, city) || request.CoHandlings.Any(c => c.Open && ActsFor(actor, c.From, city))
            ) && MaySee(actor, request, city),
            ActionScope.OwnRequest => IsOwn(actor, request),
            ActionScope.Program => actor.Is(Role.System),
            _ => false,
        };

    /// <summary>True where a unit is the actor's, or a closed one that it took over.</summary>
    private static bool ActsFor(Actor actor, string? unit, CitySnapshot city) =>
        actor.UnitCode is not null && city.Units.Acting(actor.UnitCode) == city.Units.Acting(unit);

    /// <summary>True where a unit, or one under it, is answerable for the request, was given it by one that is, or helps with it.</summary>
    private static bool Has(string? unit, ServiceRequest request, CitySnapshot city) =>
        unit is not null
        && (
            city.Units.Under(request.Unit, unit)
            || request.Hands.Length > 0 && request.Hands.Split(';').Any(hand => city.Units.Under(hand, unit))
            || request.CoUnits.Length > 0 && request.CoUnits.Split(';').Any(helper => city.Units.Under(helper, unit))
        );

    /// <summary>
    /// True where the actor's unit only helps: what it reads of the person's words is without what was found of their data (domain A.13). It asks the
    /// unit that leads.
    /// </summary>
    public static bool OnlyHelps(Actor actor, ServiceRequest request, CitySnapshot city) =>
        !actor.IsAny(HotlineRoles)
        && actor.Is(Role.UnitHandler)
        && actor.UnitCode is { } unit
        && !city.Units.Under(request.Unit, unit)
        && !(request.Hands.Length > 0 && request.Hands.Split(';').Any(hand => city.Units.Under(hand, unit)));

    /// <summary>Asking the person, and deciding what comes of it: never by who handled the matter.</summary>
    private static readonly RequestAction[] Asks =
    [
        RequestAction.RecordCallback,
        RequestAction.MissCallback,
        RequestAction.Close,
        RequestAction.CallOverdue,
        RequestAction.SecondHandling,
        RequestAction.ReferDecision,
        RequestAction.DecideEnd,
    ];

    /// <summary>What the actor can do now, for the buttons of a page.</summary>
    public static IEnumerable<RequestAction> Available(Actor actor, ServiceRequest request, CitySnapshot city) =>
        RequestLifecycle
            .Rows.Where(r => r.From == request.State && request.Offers(r.Action) && MayAct(actor, r, request, city))
            // Of several helpers each is offered its own next step.
            .Where(r => !Asks.Contains(r.Action) || actor.Is(Role.Resident) || !request.HandledBy(actor))
            .Where(r => !SupervisionLifecycle.Actions.Contains(r.Action) || request.SupervisionNext(r.Action, actor).Count > 0)
            .Where(r => r.Scope != ActionScope.CoHandler || request.CoOf(actor.UnitCode, r.Action, city) is not null)
            .Select(r => r.Action)
            .Distinct();

    /// <summary>May the actor open the person's contact, and for which purpose; null where they may not.</summary>
    public static Contracts.People.OpeningPurpose? MayOpenContact(
        Actor actor,
        ServiceRequest request,
        CitySnapshot city,
        DateTimeOffset now
    )
    {
        if (!MaySee(actor, request, city) || request.PersonId is null)
            return null;
        if (actor.Is(Role.Callback) && (request.State is RequestState.CallbackPending || request.IsLate(now)))
            return Contracts.People.OpeningPurpose.Callback;
        if (request.Shielded)
            return null;
        if (actor.Is(Role.UnitHandler) && ActsFor(actor, request.Holder, city) && !RequestLifecycle.IsFinal(request.State))
            return Contracts.People.OpeningPurpose.Contact;
        return actor.IsAny(Role.Agent, Role.Dispatcher) && request.State is RequestState.Registered or RequestState.PendingDispatch
            ? Contracts.People.OpeningPurpose.Clarify
            : null;
    }
}
