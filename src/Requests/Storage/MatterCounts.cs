using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>Counts people and requests of 同一事项, apart. No request that the accused side must not know of is ever in one.</summary>
internal static class MatterCounts
{
    /// <summary>The count of each matter that still has requests.</summary>
    public static async Task<IReadOnlyDictionary<Guid, MatterCount>> Of(
        RequestsDb db,
        IReadOnlyCollection<Guid> matters,
        CancellationToken ct
    )
    {
        var members = await db
            .Requests.AsNoTracking()
            .Where(r => r.MatterId != null && matters.Contains(r.MatterId.Value))
            .Select(r => new MatterMember(r.Id, r.MatterId!.Value, r.PersonId, r.EndedAt != null, r.Solved, r.DueAt))
            .ToListAsync(ct);
        var voices = await db
            .Requests.AsNoTracking()
            .Where(r => r.MatterId != null && r.Supporters > 0 && matters.Contains(r.MatterId.Value))
            .Join(db.Supports, r => r.Id, s => s.RequestId, (r, s) => new MatterVoice(r.MatterId!.Value, s.PersonId, s.Mark))
            .ToListAsync(ct);
        var heard = voices.ToLookup(v => v.Matter);
        return members.GroupBy(m => m.Matter).ToDictionary(g => g.Key, g => MatterCount.Of([.. g], heard[g.Key]));
    }

    /// <summary>The count of the matter of one request; null where it is in none, or alone in it.</summary>
    public static async Task<MatterCount?> Of(RequestsDb db, ServiceRequest request, CancellationToken ct) =>
        request.MatterId is { } matter && (await Of(db, [matter], ct)).GetValueOrDefault(matter) is { Requests: > 1 } count ? count : null;
}
