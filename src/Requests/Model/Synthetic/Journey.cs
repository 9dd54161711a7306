using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Requests.Model.Synthetic;

/// <summary>Tells one request from registration to where it stands at the present, by the model's own verbs.</summary>
internal sealed partial class Journey(Plan plan, CitySnapshot city, Posts posts, Callers callers, Chance ids)
{
    private readonly Clockwork clock = new(city.Calendar, plan.Until);
    private readonly Dictionary<string, UnitHabits> habits = [];
    private readonly Dictionary<(string, string), IReadOnlyList<DutyProposal>> proposed = [];
    private readonly Intakes intakes = new(city);
    private readonly Unit? oversight = city.Units.All.FirstOrDefault(u => u.Kind == UnitKind.Oversight);
    private ServiceRequest request = null!;
    private Slot slot;

    public ServiceRequest Tell(Slot at, Matter matter, long serial, Chance chance)
    {
        slot = at;
        clock.Start(at.At, at.Target is not null);
        var person = callers.Next(at.At, chance);
        var intake = intakes.Of(matter, person, calm: at.Target is not null, chance);
        request = Register(intake, serial, chance);
        if (Stands(RequestState.Registered))
            return request;
        if (!EndsAtTheHotline(chance) && Dispatch(matter.Unit, chance))
            Handle(chance);
        return request;
    }

    private ServiceRequest Register(Intake intake, long serial, Chance chance)
    {
        var at = clock.Now;
        var id = new RequestId(ids.Id(at));
        var region = city.Areas.CountyOf(intake.Where.Area)?.Code ?? city.City.Code;
        var number = TicketNumber.Make(region, city.Calendar.DateOf(at), intake.Channel, serial);
        var ticket = new Ticket(serial, number, QueryCode.Hash(number, ids.Hex(6)), null);
        var self = intake.Channel is Channel.Web or Channel.WeChat or Channel.App or Channel.Sms;
        var by = self ? Actor.Resident(intake.PersonId!.Value) : posts.Agent(chance);
        var note = ids.Note(id, RequestAction.Register, intake.Text, at);
        return ServiceRequest.Register(id, intake, ticket, city, by, at, note).Value;
    }

    /// <summary>Answered at once, refused, passed to an emergency line or withdrawn: no unit ever gets it.</summary>
    private bool EndsAtTheHotline(Chance chance)
    {
        var agent = posts.Agent(chance);
        var target = slot.Target;
        bool Goes(RequestState state, double share) => target is null ? chance.In(share) : target == state;

        if (Goes(RequestState.EmergencyTransferred, request.Grade == 1 ? 0.1 : 0))
            return Try(
                TimeSpan.FromMinutes(2),
                chance,
                () =>
                    request.TransferEmergency(
                        chance.One(Enum.GetValues<EmergencyLine>()),
                        HandoverMode.Hot,
                        null,
                        Step(agent, RequestAction.TransferEmergency)
                    )
            );
        if (target is RequestState.HandoverPending)
            return Try(
                TimeSpan.FromMinutes(2),
                chance,
                () => request.SendToEmergency(EmergencyLine.Police110, null, city, Step(agent, RequestAction.SendToEmergency))
            );
        if (Goes(RequestState.AnsweredAtOnce, request.Type is RequestType.Inquiry or RequestType.Praise ? 0.62 : 0.03))
            return Try(
                TimeSpan.FromMinutes(4),
                chance,
                () =>
                    request.AnswerAtOnce(
                        Step(agent, RequestAction.AnswerAtOnce, "已当场说明办理条件、所需材料和办理地点，诉求人表示清楚。")
                    )
            );
        if (target is RequestState.RefusalContested || Goes(RequestState.NotAccepted, 0.022))
        {
            var reason = chance.In(0.5) ? RefusalReason.N02Litigation : RefusalReason.N03Arbitration;
            Try(
                TimeSpan.FromMinutes(6),
                chance,
                () =>
                    request.Refuse(
                        reason,
                        null,
                        Step(agent, RequestAction.Refuse, "该事项依法应通过诉讼或仲裁解决，已告知管辖法院和法律援助电话。")
                    )
            );
            return target is not RequestState.RefusalContested
                || Try(
                    TimeSpan.FromMinutes(9),
                    chance,
                    () =>
                        request.ContestRefusal(
                            city,
                            Step(Resident(), RequestAction.ContestRefusal, "法院说这件事先要由主管部门处理，请再看一看。")
                        )
                );
        }
        if (Goes(RequestState.Withdrawn, 0.012))
            return Try(TimeSpan.FromMinutes(50), chance, () => request.Withdraw(Step(Resident(), RequestAction.Withdraw)));
        return false;
    }

    /// <summary>True also where time ran out: the story is over.</summary>
    private bool Try(TimeSpan usual, Chance chance, Func<Refusal?> verb)
    {
        if (clock.After(chance.Wait(usual)))
            Must(verb());
        return true;
    }

    /// <summary>True where a unit has it and the story goes on.</summary>
    private bool Dispatch(string? wanted, Chance chance)
    {
        var dispatcher = chance.In(0.55) ? posts.Agent(chance) : posts.Dispatcher(chance);
        var usual = request.Grade == 1 ? TimeSpan.FromMinutes(6) : TimeSpan.FromMinutes(70);
        if (!clock.After(chance.Wait(usual)))
            return false;
        Must(request.Dispatch(Choose(wanted), city, Step(dispatcher, RequestAction.Dispatch)));
        if (Stands(RequestState.Dispatched))
            return false;
        if (request.AccusedUnit is not null)
            return Sign(chance);
        var returns = slot.Target is RequestState.ReturnPending or RequestState.PendingDispatch;
        return returns || slot.Target is null && chance.In(0.045) ? Return(chance) : Sign(chance);
    }

    /// <summary>The plan's unit, else the duty list's; where a unit is accused, its superior.</summary>
    private Unit Choose(string? wanted)
    {
        if (request.AccusedUnit is { } accused)
        {
            var superior = city.Units.Find(city.Units.Find(accused)?.Parent);
            return wanted is null && request.Serial % 2 == 0 && superior is not null
                ? superior
                : oversight ?? superior ?? city.Units.All[0];
        }
        var returned = request.ReturnedBy.Split(';');
        if (wanted is not null && !returned.Contains(wanted) && city.Units.Find(wanted) is { } unit)
            return unit;
        var fit = Proposals().FirstOrDefault(p => !returned.Contains(p.Unit.Code))?.Unit;
        return fit
            ?? city.Units.All.First(u => u.Kind is UnitKind.CountyGovernment or UnitKind.CityDepartment && !returned.Contains(u.Code));
    }

    private IReadOnlyList<DutyProposal> Proposals()
    {
        // A village's proposals are its township's but for rules of its own level, so the cache stays small and hits often.
        var key = (request.Category!, request.Area!);
        if (!proposed.TryGetValue(key, out var found))
            proposed[key] = found = city.Duties.Propose(city, request.Category, request.Area);
        return found;
    }

    private bool Stands(RequestState state) => slot.Target == state && request.State == state;

    private Actor Resident() => Actor.Resident(request.PersonId!.Value);

    private Step Step(Actor by, RequestAction action, string? note = null) =>
        new()
        {
            Action = action,
            By = by,
            At = clock.Now,
            RegistryVersion = city.Version,
            Note = note is null ? null : ids.Note(request.Id, action, note, clock.Now),
        };

    private static void Must(Refusal? refusal)
    {
        if (refusal is not null)
            throw new InvalidOperationException($"A generated story broke a rule: {refusal.Code} {refusal.Text}");
    }
}
