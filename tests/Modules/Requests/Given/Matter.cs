using System.Globalization;
using System.Reflection;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;
using Suiying.Tests.Engines.Clock;

namespace Suiying.Tests.Requests;

/// <summary>One request and its clock, led through its life by the real verbs of the model.</summary>
public sealed class Matter
{
    public static readonly Guid Person = new("00000000-0000-4000-8000-00000000a001");

    /// <summary>Monday, a working day in office hours.</summary>
    public static readonly DateTimeOffset Start = Calendars.At("2026-03-02 10:00");

    public Matter(CitySnapshot? city = null, Intake? intake = null, DateTimeOffset? at = null)
    {
        City = city ?? TinyCity.Usual;
        Now = at ?? Start;
        var by = Actor.Resident(Person);
        Request = ServiceRequest.Register(RequestId.New(Now), intake ?? Lamp, Ticket(), City, by, Now).Value;
    }

    /// <summary>A street lamp that is out.</summary>
    public static Intake Lamp { get; } =
        new()
        {
            Type = RequestType.Help,
            Channel = Channel.Web,
            Text = "小区门口的路灯坏了一个多星期，联系人演示居民，电话13800000001。",
            Category = TinyCity.Lamp,
            Where = new PlaceOfMatter { Area = TinyCity.Village, Confirmed = true },
            PersonId = Person,
        };

    /// <summary>A sealed report against a unit.</summary>
    public static Intake ReportAgainst(string unit) => Lamp with { Type = RequestType.Report, AccusedUnit = unit };

    public ServiceRequest Request { get; }

    /// <summary>May be a later version of it.</summary>
    public CitySnapshot City { get; set; }

    public DateTimeOffset Now { get; private set; } = Start;

    /// <summary>Where the next dispatch goes; null lets the first unit that has not returned it take it.</summary>
    public string? Next { get; set; }

    public IReadOnlyList<RequestTransition> History => Request.NewTransitions;

    /// <summary>A request led to a state by the shortest way that people can go.</summary>
    public static Matter In(
        RequestState state,
        CitySnapshot? city = null,
        Intake? intake = null,
        string? next = null,
        DateTimeOffset? at = null
    )
    {
        var matter = new Matter(city, intake, at) { Next = next };
        foreach (var action in WayTo(state))
            matter.Must(action);
        Assert.Equal(state, matter.Request.State);
        return matter;
    }

    /// <summary>The actions from the registration to a state, fewest first; rows of the program itself are left out.</summary>
    public static IReadOnlyList<RequestAction> WayTo(RequestState state)
    {
        var ways = new Dictionary<RequestState, RequestAction[]> { [RequestState.Registered] = [] };
        var queue = new Queue<RequestState>([RequestState.Registered]);
        while (queue.TryDequeue(out var from))
        {
            foreach (var row in RequestLifecycle.Rows.Where(r => r.From == from && r.Scope != ActionScope.Program))
            {
                // Closing as unreached needs three misses first; the callback leads there as well.
                if (row.Action != RequestAction.Close && ways.TryAdd(row.To, [.. ways[from], .. Before(row.Action), row.Action]))
                    queue.Enqueue(row.To);
            }
        }
        return ways[state];
    }

    /// <summary>What must have been asked for before it can be granted or told.</summary>
    public static IReadOnlyList<RequestAction> Before(RequestAction action) =>
        action switch
        {
            RequestAction.GrantExtension or RequestAction.DeclineApplication => [RequestAction.AskExtension],
            RequestAction.TellExtension => [RequestAction.AskExtension, RequestAction.GrantExtension],
            RequestAction.GrantHang => [RequestAction.AskHang],
            RequestAction.GrantTermination => [RequestAction.AskTermination],
            RequestAction.ReferDecision => TwiceDone,
            RequestAction.GrantClaim or RequestAction.RefuseClaim or RequestAction.WithdrawClaim => [RequestAction.ClaimRight],
            RequestAction.ContestClaim => [RequestAction.ClaimRight, RequestAction.RefuseClaim],
            RequestAction.LeaveMatter => [RequestAction.JoinMatter],
            RequestAction.AnswerSupervision or RequestAction.ReleaseSupervision => [RequestAction.Instruct],
            RequestAction.SendBackSupervision => [RequestAction.Instruct, RequestAction.AnswerSupervision],
            RequestAction.EscalateSupervision => [RequestAction.Supervise, RequestAction.AnswerSupervision],
            RequestAction.CoSign or RequestAction.CoDecline or RequestAction.CoWithdraw => [RequestAction.AskCoHandler],
            RequestAction.CoInterim or RequestAction.CoReport => [RequestAction.AskCoHandler, RequestAction.CoSign],
            RequestAction.CoOrder or RequestAction.CoRelease => [RequestAction.AskCoHandler, RequestAction.CoDecline],
            RequestAction.CoAccept or RequestAction.CoSendBack =>
            [
                RequestAction.AskCoHandler,
                RequestAction.CoSign,
                RequestAction.CoReport,
            ],
            _ => [],
        };

    /// <summary>From the first callback to the second.</summary>
    private static readonly RequestAction[] TwiceDone =
    [
        RequestAction.SecondHandling,
        RequestAction.Sign,
        RequestAction.RecordContact,
        RequestAction.Reply,
        RequestAction.AcceptReply,
    ];

    public Matter Wait(TimeSpan time)
    {
        Now += time;
        return this;
    }

    /// <summary>Does an action that must not be refused.</summary>
    public Matter Must(RequestAction action)
    {
        var refusal = Try(action);
        Assert.True(refusal is null, $"{action} in {Request.State}: {refusal?.Code}");
        return this;
    }

    /// <summary>Does an action as somebody whom the lifecycle allows it, with texts that are in order.</summary>
    public Refusal? Try(RequestAction action)
    {
        var row = RequestLifecycle.Find(Request.State, action) ?? RequestLifecycle.Rows.First(r => r.Action == action);
        return Try(action, Who.Of(row.By[0], Request.PersonId, UnitOf(row)));
    }

    /// <summary>Whose step a row is: that of the unit that answers, or of the one that helps.</summary>
    public string? UnitOf(LifecycleRow row) =>
        row.Scope == ActionScope.CoHandler ? Request.CoHandlings.Find(c => c.Open)?.To ?? Request.Unit : Request.Unit;

    public Refusal? Try(RequestAction action, Actor by) => Verbs.Do(this, action, by);

    public Step Step(RequestAction action, Actor by, string? note = "这是一段演示用的说明文字。") =>
        new()
        {
            Action = action,
            By = by,
            At = Now,
            RegistryVersion = City.Version,
            Note = note is null ? null : new RequestNote(Request.Id, action, note, Now),
        };

    /// <summary>All that can be seen of the request, so that a test can say that nothing changed.</summary>
    public string Everything()
    {
        var values = typeof(ServiceRequest)
            .GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.PropertyType == typeof(string) || !typeof(System.Collections.IEnumerable).IsAssignableFrom(p.PropertyType))
            .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.Name}={p.GetValue(Request)}"));
        var deadlines = Request.Deadlines.Select(d =>
            string.Create(CultureInfo.InvariantCulture, $"{d.Id}{d.DueAt:O}{d.MetAt:O}{d.VoidedAt:O}")
        );
        var given = Request.SubDispatches.Select(s =>
            string.Create(CultureInfo.InvariantCulture, $"{s.Id}{s.State}{s.DueAt:O}{s.EndedAt:O}")
        );
        var handed = Request.Handovers.Select(h =>
            string.Create(CultureInfo.InvariantCulture, $"{h.Id}{h.State}{h.AnsweredAt:O}{h.Reference}")
        );
        var asked = Request.Applications.Select(a =>
            string.Create(CultureInfo.InvariantCulture, $"{a.Id}{a.State}{a.DecidedAt:O}{a.ToldAt:O}")
        );
        var helpers = Request.CoHandlings.Select(c =>
            string.Create(CultureInfo.InvariantCulture, $"{c.Id}{c.State}{c.EndedAt:O}{c.Rating}{c.Fair}")
        );
        return string.Join(
            '\n',
            [.. values, .. asked, .. helpers, .. deadlines, .. given, .. handed, $"{History.Count} {Request.NewNotes.Count}"]
        );
    }

    private static Ticket Ticket() =>
        new(1, TicketNumber.Make("990102", new DateOnly(2026, 3, 2), Channel.Web, 1), QueryCode.Hash("1", "ABCDEF"), null);
}
