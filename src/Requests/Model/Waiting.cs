using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>What a unit's handler is to do next with a request.</summary>
public enum NextStep
{
    Sign,
    Contact,
    TellExtension,
    Reply,
    ReplyAgain,
    Report,
    ReportAgain,
    CheckReport,
    RecheckHang,
    SignCoHandling,
    ReportCoHandling,
    CheckCoHandling,
    AnswerSupervision,
}

/// <summary>等我办: what a request waits for from one handler, and by when. Of several duties the one that is due first.</summary>
/// <param name="Step">What to do.</param>
/// <param name="DueAt">By when; null where no time was set.</param>
public sealed record Waiting(NextStep Step, DateTimeOffset? DueAt)
{
    /// <summary>代谁: the colleague who is away and has it in hand; null for one's own.</summary>
    public string? For { get; init; }

    /// <summary>The request must have its 交办 and 协办 with it. Null where it waits for nothing from this person.</summary>
    /// <param name="request">The request.</param>
    /// <param name="by">Who reads.</param>
    /// <param name="covered">Whose work they do meanwhile.</param>
    /// <param name="city">Units.</param>
    public static Waiting? Of(ServiceRequest request, Actor by, IReadOnlyList<Absence> covered, CitySnapshot city) =>
        by.Is(Role.UnitHandler) && by.UnitCode is { } unit
            ? Duties(request, by, covered, code => code is not null && city.Units.Acting(code) == city.Units.Acting(unit))
                .OrderBy(w => w.DueAt ?? DateTimeOffset.MaxValue)
                .FirstOrDefault()
                is { } first
                ? first with
                {
                    For = request.HandlerId == by.Id ? null : covered.FirstOrDefault(a => a.PersonId == request.HandlerId)?.PersonName,
                }
                : null
            : null;

    private static IEnumerable<Waiting> Duties(ServiceRequest request, Actor by, IReadOnlyList<Absence> covered, Func<string?, bool> own)
    {
        if (RequestLifecycle.IsFinal(request.State))
            yield break;
        var mine = request.HandlerId is null || request.HandlerId == by.Id || covered.Any(a => a.PersonId == request.HandlerId);
        if (own(request.Holder) && mine && OfHolder(request) is { } step)
            yield return new Waiting(step, request.DueAt);
        // Whoever below has it in hand does not answer for the unit above.
        if (own(request.Unit) && (mine || !own(request.Holder)) && request.SupervisionDueAt is { } answer)
            yield return new Waiting(NextStep.AnswerSupervision, answer);
        foreach (var co in request.CoHandlings.Where(c => c.Open))
        {
            if (own(co.To) && co.State == CoState.Asked)
                yield return new Waiting(NextStep.SignCoHandling, co.SignDueAt ?? co.DueAt);
            else if (own(co.To) && co.State == CoState.Signed)
                yield return new Waiting(NextStep.ReportCoHandling, co.DueAt);
            else if (own(co.From) && co.State == CoState.Reported && (mine || !own(request.Holder)))
                yield return new Waiting(NextStep.CheckCoHandling, request.DueAt);
        }
    }

    /// <summary>The next step of the unit with which the request lies.</summary>
    private static NextStep? OfHolder(ServiceRequest request) =>
        (request.State, request.Innermost) switch
        {
            (RequestState.Dispatched, _) => NextStep.Sign,
            (RequestState.Hung, _) => NextStep.RecheckHang,
            (RequestState.Signed or RequestState.InProgress, { State: SubState.Given }) => NextStep.Sign,
            (RequestState.Signed or RequestState.InProgress, { State: SubState.Reported }) => NextStep.CheckReport,
            (RequestState.Signed, _) => NextStep.Contact,
            (RequestState.InProgress, _) when request.ExtensionUntold => NextStep.TellExtension,
            (RequestState.InProgress, { } given) => given.SentBack > 0 ? NextStep.ReportAgain : NextStep.Report,
            (RequestState.InProgress, null) => request.SentBack > 0 ? NextStep.ReplyAgain : NextStep.Reply,
            _ => null,
        };
}
