using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>The journal, read request by request.</summary>
internal sealed class RequestJournal(RequestsDb db) : IRequestJournal
{
    /// <summary>So many requests are read at once: few enough that each is found by the index, in a journal of any size.</summary>
    private const int Batch = 500;

    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(30);

    /// <summary>Steps in which a person says how it went. An index stands on them: who changes them makes a migration.</summary>
    internal static readonly RequestAction[] Answering =
    [
        RequestAction.RecordCallback,
        RequestAction.Rate,
        RequestAction.CallOverdue,
        RequestAction.SecondHandling,
        RequestAction.ReferDecision,
    ];

    /// <summary>Steps that say which unit answers for the request from then on.</summary>
    internal static readonly RequestAction[] Giving =
    [
        RequestAction.Dispatch,
        RequestAction.Designate,
        RequestAction.ImportDispatch,
        RequestAction.SecondHandling,
        RequestAction.Reopen,
    ];

    /// <summary>Steps whose facts say anything of it: the others' are most of what would be read, and nothing is read from them.</summary>
    private static readonly RequestAction[] Saying = [.. Answering.Union(Giving).Union(UnitClock.Reads)];

    public async Task<RequestHistory?> Of(RequestId request, CancellationToken ct) =>
        await Of(new JournalPart(default, RequestId.Highest, [request]), ct) is [var history] ? history : null;

    public async Task<IReadOnlyList<RequestHistory>> Of(JournalPart part, CancellationToken ct)
    {
        if (part.Only is null)
            return await Read(
                db.Transitions.Where(t => t.RequestId > part.After && t.RequestId <= part.UpTo),
                db.Requests.Where(r => r.Id > part.After && r.Id <= part.UpTo),
                ct
            );
        var told = new List<RequestHistory>(part.Only.Count);
        foreach (var some in part.Only.Chunk(Batch))
            told.AddRange(
                await Read(db.Transitions.Where(t => some.Contains(t.RequestId)), db.Requests.Where(r => some.Contains(r.Id)), ct)
            );
        return told;
    }

    public Task<DateTimeOffset?> FirstRegistration(CancellationToken ct) =>
        db.Transitions.OrderBy(t => t.At).Select(t => (DateTimeOffset?)t.At).FirstOrDefaultAsync(ct);

    public async IAsyncEnumerable<JournalPart> Parts(
        int size,
        (DateTimeOffset From, DateTimeOffset Until)? moved,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        // In a journal of a hundred million steps the list of a month's requests alone takes longer than a page would wait.
        db.Database.SetCommandTimeout(Patience);
        var after = default(RequestId);
        if (moved is { } span)
        {
            var ids = await Moved(span.From, span.Until).ToListAsync(ct);
            foreach (var some in ids.Chunk(size))
                yield return new JournalPart(after, after = some[^1], some);
            yield return new JournalPart(after, RequestId.Highest, []);
            yield break;
        }
        while (
            await db
                .Requests.Where(r => r.Id > after)
                .OrderBy(r => r.Id)
                .Skip(size - 1)
                .Select(r => (RequestId?)r.Id)
                .FirstOrDefaultAsync(ct)
                is { } last
        )
            yield return new JournalPart(after, after = last);
        yield return new JournalPart(after, RequestId.Highest);
    }

    private IQueryable<RequestId> Moved(DateTimeOffset from, DateTimeOffset until)
    {
        var steps = db.Transitions.Where(t => t.At >= from && t.At < until);
        return steps
            .Where(t => EF.Constant(Answering).Contains(t.Action))
            .Select(t => t.RequestId)
            .Union(steps.Where(t => t.Seq == 1).Select(t => t.RequestId))
            .OrderBy(id => id);
    }

    private static async Task<IReadOnlyList<RequestHistory>> Read(
        IQueryable<RequestTransition> steps,
        IQueryable<ServiceRequest> requests,
        CancellationToken ct
    )
    {
        var rows = steps
            .AsNoTracking()
            .Where(t => EF.Constant(WorkKinds.Actions).Contains(t.Action))
            .OrderBy(t => t.RequestId)
            .ThenBy(t => t.Seq)
            .Select(t => new Row(
                t.RequestId,
                t.Seq,
                t.At,
                t.Action,
                t.Action == RequestAction.AddFacts ? t.From : null,
                t.To,
                EF.Constant(Saying).Contains(t.Action) ? t.Facts : "",
                t.RegistryVersion
            ))
            .AsAsyncEnumerable();
        var (done, ofOne) = (new List<(RequestId Request, List<JournalStep> Steps)>(), new List<Row>());
        // Row by row, for all rows of a part in one list are large enough to make the collector look through everything.
        await foreach (var row in rows.WithCancellation(ct))
        {
            if (ofOne.Count > 0 && ofOne[0].RequestId != row.RequestId)
            {
                done.Add((ofOne[0].RequestId, Steps(ofOne)));
                ofOne.Clear();
            }
            ofOne.Add(row);
        }
        if (ofOne.Count > 0)
            done.Add((ofOne[0].RequestId, Steps(ofOne)));
        // After the steps: of what is shielded meanwhile nothing is told.
        var open = await requests
            .OpenToAll()
            .Select(r => new
            {
                r.Id,
                r.Number,
                r.Type,
                r.Category,
                r.Synthetic,
            })
            .ToDictionaryAsync(r => r.Id, ct);
        var told = new List<RequestHistory>(open.Count);
        foreach (var (id, did) in done)
            if (open.TryGetValue(id, out var request))
                told.Add(
                    new RequestHistory
                    {
                        Request = id,
                        Number = request.Number,
                        Type = request.Type,
                        Category = request.Category,
                        Synthetic = request.Synthetic,
                        Steps = did,
                    }
                );
        return told;
    }

    private static List<JournalStep> Steps(List<Row> ofOne)
    {
        var (steps, clock) = (new List<JournalStep>(ofOne.Count), new UnitClock());
        foreach (var row in ofOne)
        {
            if (WorkKinds.Of(row.Action, row.From) is not { } kind)
                continue;
            clock.Take(row.Action, row.At, row.Facts);
            steps.Add(
                new JournalStep
                {
                    Seq = row.Seq,
                    At = row.At,
                    Kind = kind,
                    Unit = Giving.Contains(row.Action) ? StepFacts.Find(row.Facts, "unit") : null,
                    SignDueAt = clock.SignDue,
                    ReplyDueAt = clock.ReplyDue,
                    Answers = Answering.Contains(row.Action) ? AnswersOf(row.Facts) : null,
                    RegistryVersion = row.RegistryVersion,
                    Ended = RequestLifecycle.IsFinal(row.To),
                }
            );
        }
        return steps;
    }

    private static PersonAnswers? AnswersOf(string facts)
    {
        if (!Enum.TryParse<Solved>(StepFacts.Find(facts, "solved"), out var solved))
            return null;
        return new PersonAnswers(
            StepFacts.Find(facts, "contacted") switch
            {
                "yes" => true,
                "no" => false,
                _ => null,
            },
            solved switch
            {
                Solved.Yes => AnswerDegree.Yes,
                Solved.Partly => AnswerDegree.Partly,
                _ => AnswerDegree.No,
            },
            Enum.TryParse<Satisfied>(StepFacts.Find(facts, "satisfied"), out var satisfied)
                ? satisfied switch
                {
                    Satisfied.Yes => AnswerDegree.Yes,
                    Satisfied.Mostly => AnswerDegree.Partly,
                    Satisfied.No => AnswerDegree.No,
                    _ => null,
                }
                : null
        );
    }

    /// <summary>What is read of a step.</summary>
    private readonly record struct Row(
        RequestId RequestId,
        int Seq,
        DateTimeOffset At,
        RequestAction Action,
        RequestState? From,
        RequestState To,
        string Facts,
        int RegistryVersion
    );
}
