using Microsoft.AspNetCore.WebUtilities;
using Suiying.Design;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// What a desk shows, as its address says it: /desk/{queue}/{number}?state=&amp;county=&amp;area=&amp;category=&amp;from=&amp;to=&amp;open=&amp;mine=&amp;q=.
/// </summary>
public sealed record DeskAddress
{
    public required Queue Queue { get; init; }

    public string? Number { get; init; }

    public RequestState? State { get; init; }

    public string? County { get; init; }

    /// <summary>An area and all below it, where a link names one; beside <see cref="County"/>, which is chosen.</summary>
    public string? Area { get; init; }

    public string? Category { get; init; }

    /// <summary>The first day of registration, in the city's time.</summary>
    public DateOnly? From { get; init; }

    /// <summary>The last day of registration, itself included.</summary>
    public DateOnly? To { get; init; }

    /// <summary>True leaves out what is sealed or secret and 举报, as counts do.</summary>
    public bool Open { get; init; }

    public bool Mine { get; init; }

    public string? Words { get; init; }

    /// <summary>The filters alone, as they are remembered for a queue.</summary>
    public string Filters
    {
        get
        {
            var parts = new Dictionary<string, string?>();
            if (State is { } state)
                parts["state"] = state.ToString();
            if (County is { Length: > 0 })
                parts["county"] = County;
            if (Area is { Length: > 0 })
                parts["area"] = Area;
            if (Category is { Length: > 0 })
                parts["category"] = Category;
            if (From is { } from)
                parts["from"] = IsoDay.Of(from);
            if (To is { } to)
                parts["to"] = IsoDay.Of(to);
            if (Open)
                parts["open"] = "1";
            if (Mine)
                parts["mine"] = "1";
            if (Words is { Length: > 0 })
                parts["q"] = Words;
            return QueryHelpers.AddQueryString("", parts);
        }
    }

    /// <summary>What the desk is called.</summary>
    public string Title =>
        Queue switch
        {
            Queue.Mine => "等我办",
            Queue.Intake => "待派单",
            Queue.Returns => "退单与重派",
            Queue.Unit => "本单位工单",
            Queue.Given => "交办下级",
            Queue.CoHandling => "协办",
            Queue.Copied => "抄送",
            Queue.Review => "待审核",
            Queue.Callback => "待回访",
            Queue.Overdue => "到期回访",
            Queue.Late => "超期与临期",
            Queue.Conference => "联席会议",
            Queue.Contests => "不予受理复核",
            Queue.Applications => "申请裁定",
            Queue.Hung => "挂账",
            Queue.Supervision => "督办",
            Queue.Decisions => "督办决定",
            Queue.Rights => "权利请求",
            _ => "全部工单",
        };

    public override string ToString() => $"/desk/{NameOf(Queue)}{(Number is null ? "" : "/" + Number)}{Filters}";

    /// <summary>What the list is asked for; the words are searched for elsewhere.</summary>
    public ListQueue.Query Asked =>
        new()
        {
            Queue = Queue,
            State = State,
            County = County,
            Area = Area,
            Category = Category,
            From = From,
            To = To,
            Open = Open,
            Mine = Mine,
        };

    public static string NameOf(Queue queue) => queue.ToString().ToLowerInvariant();

    /// <summary>Where this actor opens a request: the hotline among all, a unit at its own desk.</summary>
    public static string Of(string number, Actor by) =>
        $"/desk/{NameOf(by.Is(Role.UnitHandler) ? Queue.Unit : Queue.All)}/{Uri.EscapeDataString(number)}";

    /// <summary>Reads path and query; null where there is no such desk.</summary>
    public static DeskAddress? Parse(string pathAndQuery)
    {
        var (path, query) = pathAndQuery.Split('?', 2) is [var left, var right] ? (left, right) : (pathAndQuery, "");
        if (path.Split('/', StringSplitOptions.RemoveEmptyEntries) is not ["desk", var name, .. var rest])
            return null;
        if (!Enum.TryParse<Queue>(name, ignoreCase: true, out var queue) || !Enum.IsDefined(queue) || name.All(char.IsAsciiDigit))
            return null;
        return new DeskAddress { Queue = queue, Number = rest is [var number, ..] ? number : null }.With(query);
    }

    /// <summary>The same desk with the filters of a query string; what is no filter is left out.</summary>
    public DeskAddress With(string filters)
    {
        var values = QueryHelpers.ParseQuery(filters);
        string? One(string key) => values.TryGetValue(key, out var all) ? all.ToString() : null;
        string? Code(string key) => One(key) is { Length: > 0 and <= 20 } code ? code : null;
        return this with
        {
            State = Enum.TryParse<RequestState>(One("state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
            County = Code("county"),
            Area = Code("area"),
            Category = Code("category"),
            From = IsoDay.In(One("from")),
            To = IsoDay.In(One("to")),
            Open = One("open") is "1" or "true",
            Mine = One("mine") is "1" or "true",
            Words = One("q")?.Trim() is { Length: > 0 and <= 100 } words ? words : null,
        };
    }

    /// <summary>The first filter of a query string that names nothing here and was left out by <see cref="With"/>; null where all were read.</summary>
    public string? Unread(string filters)
    {
        var read = QueryHelpers.ParseQuery(Filters);
        return QueryHelpers
            .ParseQuery(filters)
            .Where(asked => Choices.Contains(asked.Key) && !string.IsNullOrEmpty(asked.Value) && !read.ContainsKey(asked.Key))
            .Select(asked => asked.Key)
            .FirstOrDefault();
    }

    private static readonly string[] Choices = ["state", "county", "area", "category", "from", "to"];

    /// <summary>True while a request still belongs to what this desk lists.</summary>
    public bool Holds(RequestRow row) =>
        (State is null || row.State == State)
        && Queue switch
        {
            Queue.Mine => row.Waits is not null,
            Queue.Intake => row.State is RequestState.Registered or RequestState.HandoverPending,
            Queue.Contests => row.State == RequestState.RefusalContested,
            Queue.Applications => row.Asks is not null,
            Queue.Hung => row.State == RequestState.Hung,
            Queue.Returns => row.State is RequestState.ReturnPending or RequestState.PendingDispatch,
            Queue.Conference => row.State == RequestState.PendingDispatch,
            Queue.Review => row.State == RequestState.Replied,
            Queue.Callback => row.State == RequestState.CallbackPending,
            Queue.Overdue => !row.CalledOverdue && row.DueAt is not null,
            Queue.Supervision => row.SupervisedAs is not null || row.Instructed,
            Queue.Rights => row.ClaimDueAt is not null,
            Queue.Decisions => row.State == RequestState.DecisionPending,
            Queue.Unit or Queue.Given or Queue.Late => State is not null || row.DueAt is not null,
            _ => true,
        };

    /// <summary>
    /// How many rows of a fresh look are new beside those that are shown: they stand before the last shown row, or after it where the shown list
    /// was whole; a grade-1 request counts wherever it stands.
    /// </summary>
    public static int CountNew(IReadOnlyList<RequestRow> shown, bool whole, IReadOnlyList<RequestRow> fresh)
    {
        var known = shown.Select(r => r.Serial).ToHashSet();
        var last = whole ? fresh.Count : fresh.Select((row, i) => known.Contains(row.Serial) ? i : -1).DefaultIfEmpty(-1).Max();
        return fresh.Where((row, i) => !known.Contains(row.Serial) && (i < last || row.Grade == 1)).Count();
    }
}
