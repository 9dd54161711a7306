using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>The journal, read request by request.</summary>
internal sealed partial class RequestJournal(RequestsDb db) : IRequestJournal
{
    /// <summary>So many requests are read at once: few enough that each is found by the index, in a journal of any size.</summary>
    private const int Batch = 500;

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

    private static readonly RequestAction[] Telling = [.. Answering.Union(Giving)];

    public async Task<RequestHistory?> Of(RequestId request, CancellationToken ct) =>
        await Of([request], ct) is [var history] ? history : null;

    public async Task<IReadOnlyList<RequestHistory>> Of(IReadOnlyCollection<RequestId> requests, CancellationToken ct)
    {
        var told = new List<RequestHistory>(requests.Count);
        foreach (var some in requests.Chunk(Batch))
            told.AddRange(await Read(db.Transitions.Where(t => some.Contains(t.RequestId)), ct));
        return told;
    }

    public Task<DateTimeOffset?> FirstAnswer(CancellationToken ct) =>
        db
            .Transitions.Where(t => EF.Constant(Answering).Contains(t.Action))
            .OrderBy(t => t.At)
            .Select(t => (DateTimeOffset?)t.At)
            .FirstOrDefaultAsync(ct);

    public Task<IReadOnlyList<RequestId>> Answered(DateTimeOffset from, DateTimeOffset until, CancellationToken ct) =>
        Requests(db.Transitions.Where(t => EF.Constant(Answering).Contains(t.Action) && t.At >= from && t.At < until), ct);

    private async Task<IEnumerable<RequestHistory>> Read(IQueryable<RequestTransition> steps, CancellationToken ct)
    {
        var rows =
            from step in steps.AsNoTracking()
            where Telling.Contains(step.Action)
            join request in db.Requests.OpenToAll() on step.RequestId equals request.Id
            orderby step.RequestId, step.Seq
            select new
            {
                step.RequestId,
                step.Seq,
                step.At,
                step.Action,
                step.Facts,
                step.RegistryVersion,
                request.Number,
                request.Type,
                request.Category,
                request.Synthetic,
            };
        return (await rows.ToListAsync(ct))
            .GroupBy(row => row.RequestId)
            .Select(g => g.ToList())
            .Select(ofOne => new RequestHistory
            {
                Request = ofOne[0].RequestId,
                Number = ofOne[0].Number,
                Type = ofOne[0].Type,
                Category = ofOne[0].Category,
                Synthetic = ofOne[0].Synthetic,
                Steps =
                [
                    .. ofOne.Select(row => new JournalStep
                    {
                        Seq = row.Seq,
                        At = row.At,
                        Unit = Giving.Contains(row.Action) ? StepFacts.Find(row.Facts, "unit") : null,
                        Answers = Answering.Contains(row.Action) ? AnswersOf(row.Facts) : null,
                        RegistryVersion = row.RegistryVersion,
                    }),
                ],
            });
    }

    /// <summary>To which some steps belong.</summary>
    private static async Task<IReadOnlyList<RequestId>> Requests(IQueryable<RequestTransition> of, CancellationToken ct) =>
        await of.Select(t => t.RequestId).Distinct().OrderBy(id => id).ToListAsync(ct);

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
}
