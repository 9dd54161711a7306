using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

internal sealed partial class RequestJournal
{
    /// <summary>Steps whose facts say something of the work: the others' are most of what would be read, and nothing is read from them.</summary>
    private static readonly RequestAction[] Saying = [.. Telling.Union(UnitClock.Reads)];

    public Task<DateTimeOffset?> FirstRegistration(CancellationToken ct) =>
        db.Transitions.OrderBy(t => t.At).Select(t => (DateTimeOffset?)t.At).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<WorkHistory>> WorkOn(IReadOnlyCollection<RequestId> requests, CancellationToken ct)
    {
        var told = new List<WorkHistory>(requests.Count);
        foreach (var some in requests.Chunk(Batch))
            told.AddRange(await ReadWork(db.Transitions.Where(t => some.Contains(t.RequestId)), ct));
        return told;
    }

    public Task<IReadOnlyList<RequestId>> Registered(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        Requests(db.Transitions.Where(t => t.Seq == 1 && t.At >= from && t.At < until), ct);

    private async Task<IEnumerable<WorkHistory>> ReadWork(IQueryable<RequestTransition> steps, CancellationToken ct)
    {
        var rows =
            from step in steps.AsNoTracking()
            where EF.Constant(WorkKinds.Actions).Contains(step.Action)
            join request in db.Requests.OpenToAll() on step.RequestId equals request.Id
            orderby step.RequestId, step.Seq
            select new
            {
                step.RequestId,
                step.Seq,
                step.At,
                step.Action,
                From = step.Action == RequestAction.AddFacts ? step.From : null,
                Open = EF.Constant(RequestLifecycle.Open).Contains(step.To),
                Facts = EF.Constant(Saying).Contains(step.Action) ? step.Facts : "",
                request.Number,
                request.Synthetic,
            };
        return (await rows.ToListAsync(ct))
            .GroupBy(row => row.RequestId)
            .Select(g => g.ToList())
            .Select(ofOne => new WorkHistory
            {
                Request = ofOne[0].RequestId,
                Number = ofOne[0].Number,
                Synthetic = ofOne[0].Synthetic,
                Steps = Steps(ofOne.Select(row => (row.Seq, row.At, row.Action, row.From, row.Open, row.Facts))),
            });
    }

    private static List<WorkStep> Steps(
        IEnumerable<(int Seq, DateTimeOffset At, RequestAction Action, RequestState? From, bool Open, string Facts)> ofOne
    )
    {
        var (work, clock) = (new List<WorkStep>(), new UnitClock());
        foreach (var (seq, at, action, from, open, facts) in ofOne)
        {
            if (WorkKinds.Of(action, from) is not { } kind)
                continue;
            clock.Take(action, at, facts);
            work.Add(
                new WorkStep
                {
                    Seq = seq,
                    At = at,
                    Kind = kind,
                    Unit = Giving.Contains(action) ? StepFacts.Find(facts, "unit") : null,
                    SignDueAt = clock.SignDue,
                    ReplyDueAt = clock.ReplyDue,
                    Solved = Answering.Contains(action) ? AnswersOf(facts)?.Solved : null,
                    Ended = !open,
                }
            );
        }
        return work;
    }
}
