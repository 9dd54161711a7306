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

    public IAsyncEnumerable<WorkHistory> WorkRegistered(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        InBatches(db.Transitions.Where(t => t.Seq == 1 && t.At >= from && t.At < until), ReadWork, ct);

    private async IAsyncEnumerable<WorkHistory> ReadWork(IQueryable<RequestTransition> steps, [EnumeratorCancellation] CancellationToken ct)
    {
        var rows =
            from step in steps.AsNoTracking()
            where WorkKinds.Actions.Contains(step.Action)
            join request in db.Requests.OpenToAll() on step.RequestId equals request.Id
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
        await foreach (var ofOne in ByRequest(rows, row => row.RequestId, ct))
        {
            var (work, clock) = (new List<WorkStep>(), new UnitClock());
            foreach (var row in ofOne)
            {
                if (WorkKinds.Of(row.Action, row.From) is not { } kind)
                    continue;
                clock.Take(row.Action, row.At, row.Facts);
                work.Add(
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
            yield return new WorkHistory
            {
                Request = ofOne[0].RequestId,
                Number = ofOne[0].Number,
                Synthetic = ofOne[0].Synthetic,
                Steps = work,
            };
        }
    }
}
