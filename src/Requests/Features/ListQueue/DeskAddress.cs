using Microsoft.AspNetCore.WebUtilities;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>What a desk shows, as its address says it: /desk/{queue}/{number}?state=&amp;county=&amp;mine=&amp;q=.</summary>
public sealed record DeskAddress
{
    public required Queue Queue { get; init; }

    public string? Number { get; init; }

    public RequestState? State { get; init; }

    public string? County { get; init; }

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
            if (Mine)
                parts["mine"] = "1";
            if (Words is { Length: > 0 })
                parts["q"] = Words;
            return QueryHelpers.AddQueryString("", parts);
        }
    }

    public override string ToString() => $"/desk/{NameOf(Queue)}{(Number is null ? "" : "/" + Number)}{Filters}";

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
        return this with
        {
            State = Enum.TryParse<RequestState>(One("state"), ignoreCase: true, out var state) && Enum.IsDefined(state) ? state : null,
            County = One("county") is { Length: > 0 and <= 20 } county ? county : null,
            Mine = One("mine") is "1" or "true",
            Words = One("q")?.Trim() is { Length: > 0 and <= 100 } words ? words : null,
        };
    }

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
