using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 核验: recomputes every step's hash, every chain, every text that still exists and every anchor. Walks the journal in batches and
/// writes nothing, so that it can run beside a working city.
/// </summary>
public sealed class VerifyJournal(RequestsDb db)
{
    private const int Batch = 5000;

    public sealed record Command
    {
        /// <summary>Told how many steps are done, once for each batch.</summary>
        public Action<long>? Progress { get; init; }
    }

    public async Task<Outcome<JournalReport>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.AuditAdmin, Role.System))
            return new NotAllowed();
        var check = new JournalCheck();
        await WalkSteps(check, command.Progress, ct);
        var requests = await WalkRequests(check, ct);
        check.Orphans();
        return new JournalReport
        {
            Requests = requests,
            Steps = check.Steps,
            Anchors = check.Anchors,
            NotYetAnchored = check.NotYetAnchored,
            ErasedTexts = check.ErasedTexts,
            FaultCount = check.FaultCount,
            Faults = await WithNumbers(check.Faults, ct),
        };
    }

    private async Task WalkSteps(JournalCheck check, Action<long>? progress, CancellationToken ct)
    {
        // What comes in while this runs is left to the next run; anchors are bounded first, so that each covers rows that are walked.
        var lastAnchor = await db.Anchors.MaxAsync(a => (long?)a.Id, ct) ?? 0;
        var last = await db.Transitions.MaxAsync(t => (long?)t.Position, ct) ?? 0;
        var (position, anchorId) = (0L, 0L);
        while (true)
        {
            var rows = await Steps(position, last, ct);
            var until = rows.Count == 0 ? last : rows[^1].Step.Position;
            foreach (var anchor in await AnchorsFrom(anchorId, lastAnchor, until, ct))
            {
                check.Add(anchor);
                anchorId = anchor.Id;
            }
            if (rows.Count == 0)
                break;
            foreach (var (step, note) in rows)
                check.Add(step, note);
            position = until;
            progress?.Invoke(check.Steps);
        }
        check.EndOfRows();
    }

    private async Task<List<(RequestTransition Step, RequestNote? Note)>> Steps(long after, long last, CancellationToken ct)
    {
        var rows = await db
            .Transitions.AsNoTracking()
            .Where(t => t.Position > after && t.Position <= last)
            .OrderBy(t => t.Position)
            .Take(Batch)
            .LeftJoin(db.Notes.AsNoTracking(), t => t.NoteId, n => n.Id, (step, note) => new { step, note })
            .ToListAsync(ct);
        return [.. rows.OrderBy(r => r.step.Position).Select(r => (r.step, r.note))];
    }

    /// <summary>Anchors of rows up to a position; one that reaches beyond is read now and closed by a later batch.</summary>
    private Task<List<JournalAnchor>> AnchorsFrom(long after, long last, long until, CancellationToken ct) =>
        db.Anchors.AsNoTracking().Where(a => a.Id > after && a.Id <= last && a.FirstPosition <= until).OrderBy(a => a.Id).ToListAsync(ct);

    private async Task<long> WalkRequests(JournalCheck check, CancellationToken ct)
    {
        var (count, serial) = (0L, long.MinValue);
        while (true)
        {
            var rows = await db
                .Requests.AsNoTracking()
                .Where(r => r.Serial > serial)
                .OrderBy(r => r.Serial)
                .Take(Batch)
                .Select(r => new
                {
                    r.Serial,
                    r.Id,
                    r.Version,
                    r.HeadHash,
                })
                .ToListAsync(ct);
            foreach (var row in rows)
            {
                // A request that was worked on meanwhile has moved on; its newest step is asked for once more.
                if (!check.IsHead(row.Id, row.Version, row.HeadHash) && !await IsHeadNow(row.Id, ct))
                    check.HeadDiffers(row.Id);
            }
            if (rows.Count == 0)
                return count;
            (count, serial) = (count + rows.Count, rows[^1].Serial);
        }
    }

    private async Task<bool> IsHeadNow(Contracts.Requests.RequestId id, CancellationToken ct)
    {
        var request = db.Requests.AsNoTracking().Where(r => r.Id == id);
        var head = db.Transitions.AsNoTracking().Where(t => t.RequestId == id).OrderByDescending(t => t.Seq).Take(1);
        return await request.AnyAsync(r => head.Any(t => t.Seq == r.Version && t.Hash == r.HeadHash), ct);
    }

    private async Task<IReadOnlyList<JournalFault>> WithNumbers(IReadOnlyList<JournalFault> faults, CancellationToken ct)
    {
        var ids = faults.Select(f => f.Request).OfType<Contracts.Requests.RequestId>().Distinct().ToList();
        var numbers = await db.Requests.AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Number, ct);
        return [.. faults.Select(f => f.Request is { } id ? f with { Number = numbers.GetValueOrDefault(id) } : f)];
    }
}

/// <summary>What a verification found.</summary>
public sealed record JournalReport
{
    public required long Requests { get; init; }
    public required long Steps { get; init; }
    public required long Anchors { get; init; }

    /// <summary>Steps of the last minute, under no anchor yet.</summary>
    public required long NotYetAnchored { get; init; }

    public required long ErasedTexts { get; init; }

    public required long FaultCount { get; init; }

    /// <summary>The first <see cref="JournalCheck.MostTold"/>.</summary>
    public required IReadOnlyList<JournalFault> Faults { get; init; }

    public bool Whole => FaultCount == 0;
}
