using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Data;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Seals what was added to the journal since the last seal; see <see cref="JournalAnchor"/>.</summary>
public sealed class AnchorJournal(RequestsDb db, RequestDoor door)
{
    /// <summary>Rows under one anchor at most, so that verifying holds no more than these in memory.</summary>
    public const int MostRows = 10_000;

    /// <summary>Anchors of one run at most: after a large import the journal is caught up within a few runs.</summary>
    private const int MostAnchors = 100;

    public sealed record Command;

    /// <param name="Anchors">Anchors that were written.</param>
    /// <param name="Rows">Transitions that they cover.</param>
    public sealed record Result(int Anchors, int Rows);

    public async Task<Outcome<Result>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var previous = await db.Anchors.AsNoTracking().OrderByDescending(a => a.Id).FirstOrDefaultAsync(ct);
        var (anchors, covered) = (0, 0);
        // Once for all anchors of this turn: it looks at every row that they may seal, a million after a load.
        var before = await FirstUnsettled(previous?.LastPosition ?? 0, ct);
        for (; anchors < MostAnchors; anchors++)
        {
            var rows = await NewRows(previous?.LastPosition ?? 0, before, ct);
            if (rows.Count == 0)
                break;
            var anchor = JournalAnchor.Over(previous, rows, door.Now());
            db.Anchors.Add(anchor);
            try
            {
                await db.SaveChangesAsync(ct);
            }
            catch (DbUpdateException)
            {
                // Another process sealed the same rows first; its anchor is as good.
                db.ChangeTracker.Clear();
                break;
            }
            db.ChangeTracker.Clear();
            (previous, covered) = (anchor, covered + rows.Count);
        }
        return new Result(anchors, covered);
    }

    private async Task<List<(long Position, string Hash)>> NewRows(long after, long before, CancellationToken ct)
    {
        var rows = await db
            .Transitions.AsNoTracking()
            .Where(t => t.Position > after && t.Position < before)
            .OrderBy(t => t.Position)
            .Take(MostRows)
            .Select(t => new { t.Position, t.Hash })
            .ToListAsync(ct);
        return [.. rows.Select(r => (r.Position, r.Hash))];
    }

    /// <summary>
    /// The first position below which nothing can appear any more. SQLite has one writer, so positions are committed in their order.
    /// PostgreSQL gives positions before the commit: a row that a transaction still running has overtaken may yet be followed by a lower
    /// one, so sealing stops at the first row not older than the oldest running transaction.
    /// </summary>
    private async Task<long> FirstUnsettled(long after, CancellationToken ct)
    {
        if (db.Kind == DatabaseKind.Sqlite)
            return long.MaxValue;
        var first = await db
            .Database.SqlQuery<long>(
                $"""
                SELECT coalesce(
                    min(t."Position") FILTER (WHERE age(t.xmin) <= age(pg_snapshot_xmin(pg_current_snapshot())::xid)),
                    max(t."Position") + 1,
                    0
                ) AS "Value"
                FROM (
                    SELECT "Position", xmin FROM requests_transitions WHERE "Position" > {after} ORDER BY "Position" LIMIT {MostRows
                    * MostAnchors}
                ) t
                """
            )
            .ToListAsync(ct);
        return first.Single();
    }
}
