using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Decisions as the journal holds them, with the words of the registration.</summary>
internal sealed class MatterDecisions(RequestsDb db, TimeProvider time) : IMatterDecisions
{
    /// <summary>Positions are given before a transaction is stored: a lower one may appear a moment after a higher one.</summary>
    internal static readonly TimeSpan Settling = TimeSpan.FromSeconds(10);

    private static readonly RequestAction[] Dispatches = [RequestAction.Dispatch, RequestAction.Designate, RequestAction.ImportDispatch];

    private static readonly RequestAction[] Actions =
    [
        .. Dispatches,
        RequestAction.Reclassify,
        RequestAction.AnswerAtOnce,
        RequestAction.AcceptReturn,
    ];

    public Task<IReadOnlyList<MatterDecision>> Before(long position, int most, CancellationToken ct) =>
        Read(Told().Where(d => d.Step.Position <= position).OrderByDescending(d => d.Step.Position).Take(most), ct);

    public Task<IReadOnlyList<MatterDecision>> After(long position, int most, CancellationToken ct)
    {
        var settled = time.GetUtcNow() - Settling;
        return Read(Told().Where(d => d.Step.Position > position && d.Step.At <= settled).OrderBy(d => d.Step.Position).Take(most), ct);
    }

    private IQueryable<Decision> Told() =>
        from step in db.Transitions.AsNoTracking()
        where Actions.Contains(step.Action)
        join request in db.Requests.AsNoTracking() on step.RequestId equals request.Id
        where request.Confidentiality == Confidentiality.Normal && request.Type != RequestType.Report
        select new Decision { Step = step, Request = request };

    private async Task<IReadOnlyList<MatterDecision>> Read(IQueryable<Decision> decisions, CancellationToken ct)
    {
        var said = FirstWords.In(db);
        var rows = await decisions
            .Select(d => new
            {
                d.Step,
                d.Request.Category,
                d.Request.Area,
                d.Request.Channel,
                d.Request.Type,
                d.Request.Synthetic,
                Text = said.Where(w => w.Request == d.Request.Id).Select(w => w.Text).FirstOrDefault(),
            })
            .ToListAsync(ct);
        return
        [
            .. rows.Select(row => new MatterDecision
            {
                Position = row.Step.Position,
                Decided =
                    row.Step.Action == RequestAction.AcceptReturn ? DecisionKind.ReturnAccepted
                    : Dispatches.Contains(row.Step.Action) ? DecisionKind.Dispatched
                    : DecisionKind.Filed,
                Text = row.Text ?? "",
                Category = row.Category,
                Area = row.Area,
                Unit = row.Step.Fact("unit"),
                Channel = row.Channel.ToString(),
                Kind = row.Type.ToString(),
                At = row.Step.At,
                Synthetic = row.Synthetic,
            }),
        ];
    }

    private sealed class Decision
    {
        public required RequestTransition Step { get; init; }
        public required ServiceRequest Request { get; init; }
    }
}
