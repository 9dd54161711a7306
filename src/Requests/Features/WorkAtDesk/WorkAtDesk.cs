using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>One look at a desk: the list by queue or by words, and what rings.</summary>
public sealed class WorkAtDesk(ListQueue queue, FindRequests find, RequestsDb db, ICityRegistry registry, SuggestJoins joins)
{
    public sealed record Query
    {
        public required ListQueue.Query Of { get; init; }

        /// <summary>Words to search for; the queue's filters then do not count.</summary>
        public string? Words { get; init; }

        /// <summary>True where only what is new is asked, and no row is shown: nothing is proposed then.</summary>
        public bool Glance { get; init; }
    }

    public async Task<Outcome<DeskList>> Run(Query query, Actor by, CancellationToken ct)
    {
        var rows = string.IsNullOrWhiteSpace(query.Words)
            ? await queue.Run(query.Of, by, ct)
            : await find.Run(
                new FindRequests.Query
                {
                    Words = query.Words,
                    After = query.Of.After,
                    Take = query.Of.Take,
                },
                by,
                ct
            );
        if (!rows.Ok(out var slice, out var refusal))
            return refusal;
        return new DeskList(slice, await Ringing(by, ct)) { Joins = await Joins(query, slice.Rows, by, ct) };
    }

    /// <summary>Where requests wait to be dispatched, it is worth to know which are one matter.</summary>
    private async Task<IReadOnlyDictionary<string, JoinProposal>> Joins(
        Query query,
        IReadOnlyList<RequestRow> rows,
        Actor by,
        CancellationToken ct
    ) =>
        query is { Of.Queue: Queue.Intake, Words: null or "", Glance: false }
        && (await joins.Run(rows.Select(r => r.Serial), by, ct)).Ok(out var found, out _)
            ? found
            : DeskList.NoJoins;

    /// <summary>值班呼叫: grade-1 requests that lie with the handler's unit and that nobody has signed.</summary>
    private async Task<IReadOnlyList<RequestRow>> Ringing(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.UnitHandler) || by.UnitCode is null)
            return [];
        var city = registry.Current;
        var rows = await db
            .Requests.AsNoTracking()
            .OfUnit(by.UnitCode, city)
            .Where(r => r.State == RequestState.Dispatched && r.Grade == 1)
            .OrderBy(r => r.Serial)
            .Take(5)
            .ToListAsync(ct);
        return [.. rows.Where(r => RequestAccess.MaySee(by, r, city)).Select(r => RequestRow.Of(r, city, by))];
    }
}

/// <summary>What a desk shows at its left.</summary>
/// <param name="Rows">The list.</param>
/// <param name="Ringing">Unsigned grade-1 requests of the handler's unit.</param>
public sealed record DeskList(Slice<RequestRow> Rows, IReadOnlyList<RequestRow> Ringing)
{
    public static readonly IReadOnlyDictionary<string, JoinProposal> NoJoins = new Dictionary<string, JoinProposal>();

    /// <summary>Which rows may be put together with others, by number.</summary>
    public IReadOnlyDictionary<string, JoinProposal> Joins { get; init; } = NoJoins;
}
