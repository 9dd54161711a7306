using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

internal sealed partial class RequestJournal
{
    public Task<DateTimeOffset?> FirstRegistration(CancellationToken ct) =>
        db.Transitions.OrderBy(t => t.At).Select(t => (DateTimeOffset?)t.At).FirstOrDefaultAsync(ct);

    public async Task<IReadOnlyList<WorkHistory>> WorkOn(IReadOnlyCollection<RequestId> requests, CancellationToken ct)
    {
        var told = new List<WorkHistory>(requests.Count);
        await foreach (var history in ReadWork(db.Transitions.Where(t => requests.Contains(t.RequestId)), ct))
            told.Add(history);
        return told;
    }

    public async IAsyncEnumerable<WorkHistory> WorkRegistered(
        DateTimeOffset from,
        DateTimeOffset until,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        var registrations = db.Transitions.Where(t => t.Seq == 1 && t.At >= from && t.At < until);
        var registered = await registrations.Select(t => t.RequestId).OrderBy(id => id).ToListAsync(ct);
        foreach (var some in registered.Chunk(Batch))
        await foreach (var history in ReadWork(db.Transitions.Where(t => some.Contains(t.RequestId)), ct))
            yield return history;
    }

    private async IAsyncEnumerable<WorkHistory> ReadWork(IQueryable<RequestTransition> steps, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows =
            from step in steps.AsNoTracking()
            where WorkKinds.Actions.Contains(step.Action)
            join request in db.Requests.AsNoTracking() on step.RequestId equals request.Id
            where request.Confidentiality == Confidentiality.Normal && request.Type != RequestType.Report
            orderby step.RequestId, step.Seq
            select new
            {
                step.RequestId,
                step.Seq,
                step.At,
                step.Action,
                step.From,
                step.To,
                step.Facts,
                request.Number,
                request.Synthetic,
            };
        var (of, whole, clock) = ((WorkHistory?)null, new List<WorkStep>(), new UnitClock());
        await foreach (var row in rows.AsAsyncEnumerable().WithCancellation(ct))
        {
            if (of is { } last && last.Request != row.RequestId)
                yield return last;
            if (of?.Request != row.RequestId)
            {
                (whole, clock) = ([], new UnitClock());
                of = new WorkHistory
                {
                    Request = row.RequestId,
                    Number = row.Number,
                    Synthetic = row.Synthetic,
                    Steps = whole,
                };
            }
            if (WorkKinds.Of(row.Action, row.From) is not { } kind)
                continue;
            clock.Take(row.Action, row.At, row.Facts);
            whole.Add(
                new WorkStep
                {
                    Seq = row.Seq,
                    At = row.At,
                    Kind = kind,
                    Unit = Giving.Contains(row.Action) ? StepFacts.Find(row.Facts, "unit") : null,
                    SignDueAt = clock.SignDue,
                    ReplyDueAt = clock.ReplyDue,
                    Solved = Answering.Contains(row.Action) ? AnswersOf(row.Facts)?.Solved : null,
                    Ended = RequestLifecycle.IsFinal(row.To),
                }
            );
        }
        if (of is { } end)
            yield return end;
    }
}
