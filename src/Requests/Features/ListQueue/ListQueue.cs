using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>What waits for whom.</summary>
public enum Queue
{
    /// <summary>等我办: all that waits for this person, or for their unit while nobody has it in hand.</summary>
    Mine,

    /// <summary>待派单: registered and not yet dispatched, or sent to an emergency service that has not confirmed it; 特急 first, then the oldest.</summary>
    Intake,

    /// <summary>退单与重派, and what helpers say is not their duty</summary>
    Returns,

    /// <summary>本单位在办: what lies with the unit now, by the next duty.</summary>
    Unit,

    /// <summary>交办下级: what the unit gave on and has not had back, by the next duty.</summary>
    Given,

    /// <summary>协办: what waits for the unit as a helper, by the request's next duty.</summary>
    CoHandling,

    /// <summary>抄送: what townships below were dispatched directly, newest first.</summary>
    Copied,

    /// <summary>待审核</summary>
    Review,

    /// <summary>待回访</summary>
    Callback,

    /// <summary>到期回访: late without an answer, and nobody has asked the person; the latest first.</summary>
    Overdue,

    /// <summary>超期与临期: every open request with a duty, the latest first.</summary>
    Late,

    /// <summary>联席会议: two units returned it, the conference designates; the oldest first.</summary>
    Conference,

    /// <summary>不予受理复核: what the person contests, by the time by which it must be answered.</summary>
    Contests,

    /// <summary>申请裁定: what units apply for and nobody has decided, the oldest first.</summary>
    Applications,

    /// <summary>挂账: what cannot be solved now, by the next look at it.</summary>
    Hung,

    /// <summary>督办决定: done twice and not solved for the person, by the time by which somebody decides.</summary>
    Decisions,

    /// <summary>
    /// 督办: what is supervised or instructed, by the next answer owed; what was answered stands first for whoever checks it and last for the unit. A
    /// unit sees its own, a leader the instructions.
    /// </summary>
    Supervision,

    /// <summary>权利请求: what people ask of the data in their requests, by the time by which it is answered.</summary>
    Rights,

    /// <summary>全部, newest first.</summary>
    All,
}

/// <summary>A queue of a desk, a slice at a time.</summary>
public sealed class ListQueue(RequestsDb db, ICityRegistry registry, TimeProvider time, ListWaiting waiting)
{
    public const int MostRows = 200;

    public sealed record Query
    {
        public required Queue Queue { get; init; }

        /// <summary>Only this state, where the queue holds several.</summary>
        public RequestState? State { get; init; }

        /// <summary>Only requests in this county.</summary>
        public string? County { get; init; }

        /// <summary>Only requests in this area and all below it; one that is not known holds none.</summary>
        public string? Area { get; init; }

        /// <summary>Only matters of this category and all below it; what was filed under a retired one counts for its successor.</summary>
        public string? Category { get; init; }

        /// <summary>Only what was registered on this day of the city or later.</summary>
        public DateOnly? From { get; init; }

        /// <summary>Only what was registered on this day of the city or earlier.</summary>
        public DateOnly? To { get; init; }

        /// <summary>Without what is sealed or secret and without 举报: what is counted everywhere.</summary>
        public bool Open { get; init; }

        /// <summary>Only what the actor has in hand.</summary>
        public bool Mine { get; init; }

        /// <summary><see cref="Slice{T}.Next"/> of the slice before.</summary>
        public string? After { get; init; }

        public int Take { get; init; } = 50;

        /// <summary>True where all of some days are walked by their time, so that the index on it is used.</summary>
        internal bool IsDated => Queue == Queue.All && (From ?? To) is not null;
    }

    public async Task<Outcome<Slice<RequestRow>>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!Enum.IsDefined(query.Queue) || query.State is { } named && !Enum.IsDefined(named))
            return Refusal.Invalid(new FieldProblem(Enum.IsDefined(query.Queue) ? "state" : "queue", "没有这个队列或状态。"));
        if (!by.IsAny(RolesOf(query.Queue)))
            return new NotAllowed();
        if (query.Queue is Queue.Unit or Queue.Given or Queue.CoHandling or Queue.Copied && by.UnitCode is null)
            return new NotAllowed("您的账号没有绑定单位，请联系系统管理员。");
        if (query.Queue == Queue.Mine)
            return await waiting.Run(new ListWaiting.Query { After = query.After, Take = query.Take }, by, ct);
        var city = registry.Current;
        var take = Math.Clamp(query.Take, 1, MostRows);
        var filtered = Filter(query, by, RequestAccess.HiddenFrom(by, city), city);
        var rows = await Walk(filtered, query, take, AnsweredAt(by)).AsNoTracking().ToListAsync(ct);
        var next = rows.Count > take ? CursorOf(rows[take - 1], query, AnsweredAt(by)) : null;
        // The queries already leave out what the actor may not see; this is the second lock on the same door.
        var seen = rows.Take(take).Where(r => RequestAccess.MaySee(by, r, city)).Select(r => RequestRow.Of(r, city, by));
        return new Slice<RequestRow>([.. seen], next);
    }

    private static Role[] RolesOf(Queue queue) =>
        queue switch
        {
            Queue.Intake => [Role.Agent, Role.Dispatcher],
            Queue.Returns => [Role.Dispatcher],
            Queue.Mine or Queue.Unit or Queue.Given or Queue.CoHandling or Queue.Copied => [Role.UnitHandler],
            Queue.Supervision => [Role.Supervisor, Role.Leader, Role.UnitHandler],
            Queue.Review => [Role.Reviewer],
            Queue.Callback or Queue.Overdue => [Role.Callback],
            Queue.Late or Queue.Conference or Queue.Contests or Queue.Applications or Queue.Hung or Queue.Decisions or Queue.Rights =>
            [
                Role.Supervisor,
            ],
            _ => [Role.Agent, Role.Dispatcher, Role.Reviewer, Role.Callback, Role.Supervisor],
        };

    private IQueryable<ServiceRequest> Filter(Query query, Actor by, IReadOnlyList<string> hidden, CitySnapshot city)
    {
        var rows = query.Queue switch
        {
            Queue.Intake => db.Requests.Where(r => r.State == RequestState.Registered || r.State == RequestState.HandoverPending),
            Queue.Returns => db.Requests.Where(r =>
                r.State == RequestState.ReturnPending || r.State == RequestState.PendingDispatch || r.CoDisputes > 0
            ),
            Queue.Unit => db.Requests.OfUnit(by.UnitCode!, city),
            Queue.Given => GivenBy(city.Units.ActsFor(by.UnitCode!)),
            Queue.CoHandling => HelpedBy(city.Units.ActsFor(by.UnitCode!)),
            Queue.Copied => db.Requests.CopiedTo(city.Units.ActsFor(by.UnitCode!)),
            Queue.Supervision => Supervised(by, city),
            Queue.Review => db.Requests.Where(r => r.State == RequestState.Replied),
            Queue.Callback => db.Requests.Where(r => r.State == RequestState.CallbackPending),
            Queue.Overdue => db.Requests.Uncalled(time.GetUtcNow()),
            Queue.Contests => db.Requests.Where(r => r.State == RequestState.RefusalContested),
            Queue.Applications => db.Requests.Where(r => r.Asks != null),
            Queue.Decisions => db.Requests.Where(r => r.State == RequestState.DecisionPending),
            Queue.Hung => db.Requests.Where(r => r.State == RequestState.Hung),
            Queue.Rights => db.Requests.Where(r => r.ClaimDueAt != null),
            Queue.Late => db.Requests.Where(r => r.DueAt != null),
            Queue.Conference => db.Requests.Where(r =>
                r.State == RequestState.PendingDispatch && r.AcceptedReturns >= ServiceRequest.MostReturns
            ),
            _ => db.Requests,
        };
        // Before the rows are counted, so that not even the next page tells the accused side that something is there.
        if (hidden.Count > 0)
            rows = rows.Where(r => r.Confidentiality == Confidentiality.Normal || r.AccusedUnit == null || !hidden.Contains(r.AccusedUnit));
        if (query.Queue == Queue.Unit && query.State is null)
            rows = rows.Where(r => r.DueAt != null);
        if (query.State is { } state)
            rows = rows.Where(r => r.State == state);
        if (query.County is { } county)
            rows = rows.Where(r => r.County == county);
        if (query.Area is { } area)
            rows = city.Areas.Find(area) is { } place ? rows.OfArea(place, city) : rows.Where(_ => false);
        if (query.Category is { Length: > 0 } category)
            rows = rows.FiledUnder(category, city);
        if (query.Open)
            rows = rows.Where(RequestFilters.IsPublic);
        rows = rows.RegisteredOn(query.From, query.To, city);
        if (query.Mine)
            rows = rows.Where(r => r.HandlerId == by.Id);
        return rows;
    }

    private IQueryable<ServiceRequest> Supervised(Actor by, CitySnapshot city)
    {
        if (by.Is(Role.Supervisor))
            return db.Requests.Where(r => r.SupervisedAs != null || r.Instructed);
        if (by.Is(Role.UnitHandler))
        {
            var units = by.UnitCode is { } unit ? city.Units.ActsFor(unit) : [];
            return db.Requests.Where(r => (r.SupervisedAs != null || r.Instructed) && units.Contains(r.Unit!));
        }
        var open = db.Requests.Where(r => r.Instructed && r.Confidentiality == Confidentiality.Normal);
        return by.AreaCode is { } area && city.Areas.Find(area) is { } found ? open.OfArea(found, city) : open;
    }

    private IQueryable<ServiceRequest> HelpedBy(IReadOnlyList<string> units)
    {
        var running = db
            .CoHandlings.Where(c => c.EndedAt == null && c.State != CoState.Reported && units.Contains(c.To))
            .Select(c => c.RequestId);
        return db.Requests.Where(r => running.Contains(r.Id));
    }

    private IQueryable<ServiceRequest> GivenBy(IReadOnlyList<string> units)
    {
        var running = db.SubDispatches.Where(s => s.EndedAt == null && units.Contains(s.From)).Select(s => s.RequestId);
        return db.Requests.Where(r => running.Contains(r.Id));
    }

    private static IQueryable<ServiceRequest> Walk(IQueryable<ServiceRequest> rows, Query query, int take, DateTimeOffset answered)
    {
        var (due, serial) = QueueCursor.Parse(query.After);
        if (
            query.Queue is Queue.Given or Queue.CoHandling or Queue.Contests or Queue.Hung or Queue.Decisions or Queue.Overdue
            || query.Queue is Queue.Unit or Queue.Late && query.State is null
        )
        {
            if (serial > 0)
                rows = rows.Where(r => r.DueAt > due || (r.DueAt == due && r.Serial > serial));
            return rows.OrderBy(r => r.DueAt).ThenBy(r => r.Serial).Take(take + 1);
        }
        if (query.Queue == Queue.Rights)
        {
            if (serial > 0)
                rows = rows.Where(r => r.ClaimDueAt > due || (r.ClaimDueAt == due && r.Serial > serial));
            return rows.OrderBy(r => r.ClaimDueAt).ThenBy(r => r.Serial).Take(take + 1);
        }
        if (query.Queue == Queue.Supervision)
        {
            if (serial > 0)
                rows = rows.Where(r =>
                    (r.SupervisionDueAt ?? answered) > due || ((r.SupervisionDueAt ?? answered) == due && r.Serial > serial)
                );
            return rows.OrderBy(r => r.SupervisionDueAt ?? answered).ThenBy(r => r.Serial).Take(take + 1);
        }
        if (query.IsDated)
        {
            if (serial > 0)
                rows = rows.Where(r => r.RegisteredAt <= due && (r.RegisteredAt < due || r.Serial < serial));
            return rows.OrderByDescending(r => r.RegisteredAt).ThenByDescending(r => r.Serial).Take(take + 1);
        }
        if (query.Queue is Queue.All or Queue.Unit or Queue.Copied)
        {
            if (serial > 0)
                rows = rows.Where(r => r.Serial < serial);
            return rows.OrderByDescending(r => r.Serial).Take(take + 1);
        }
        if (query.Queue == Queue.Intake)
        {
            if (serial > 0)
                rows =
                    due == UrgentMark
                        ? rows.Where(r => r.Grade != 1 || r.Serial > serial)
                        : rows.Where(r => r.Grade != 1 && r.Serial > serial);
            return rows.OrderBy(r => r.Grade == 1 ? 0 : 1).ThenBy(r => r.Serial).Take(take + 1);
        }
        return rows.Where(r => r.Serial > serial).OrderBy(r => r.Serial).Take(take + 1);
    }

    /// <summary>Stands for 特急 where the other lists have a time.</summary>
    private static readonly DateTimeOffset UrgentMark = DateTimeOffset.FromUnixTimeMilliseconds(1);

    /// <summary>Where a supervision that was answered stands among the times by which others are.</summary>
    private static DateTimeOffset AnsweredAt(Actor by) =>
        by.IsAny(Role.Supervisor, Role.Leader) ? DateTimeOffset.UnixEpoch : DateTimeOffset.UnixEpoch.AddYears(1000);

    private static string CursorOf(ServiceRequest last, Query query, DateTimeOffset answered)
    {
        var mark =
            query.IsDated ? last.RegisteredAt
            : query.Queue == Queue.Intake && last.Grade == 1 ? UrgentMark
            : query.Queue == Queue.Rights ? last.ClaimDueAt
            : query.Queue == Queue.Supervision ? last.SupervisionDueAt ?? answered
            : last.DueAt;
        return QueueCursor.Of(mark, last.Serial);
    }
}
