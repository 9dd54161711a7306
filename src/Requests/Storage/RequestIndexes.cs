using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>What finds requests. Each index is there for one list, named beside it.</summary>
internal static class RequestIndexes
{
    public static void Map(EntityTypeBuilder<ServiceRequest> request)
    {
        request.HasIndex(r => r.Number).IsUnique();
        request.HasIndex(r => r.Serial).IsUnique();
        // A unit's list, by the next duty.
        request.HasIndex(r => new
        {
            r.Holder,
            r.State,
            r.DueAt,
        });
        // The same whatever the state: 104 ms at p95 without it at 1,000,000 requests.
        request.HasIndex(r => new
        {
            r.Holder,
            r.DueAt,
            r.Serial,
        });
        // The hotline's queues, oldest first, and the public list, newest first.
        request.HasIndex(r => new { r.State, r.Serial });
        // A unit's or an area's whole history, and a county's copies.
        request.HasIndex(r => new { r.Holder, r.Serial });
        request.HasIndex(r => new { r.Unit, r.Serial });
        request.HasIndex(r => new { r.CopiedTo, r.Serial });
        request.HasIndex(r => new { r.Area, r.Serial });
        request.HasIndex(r => new { r.County, r.Serial });
        // What of late has a result around a place that somebody follows.
        request.HasIndex(r => new { r.Area, r.EndedAt }).HasFilter("\"EndedAt\" IS NOT NULL");
        // One kind of matter, newest first.
        request.HasIndex(r => new { r.Category, r.Serial });
        // Everything that is late or about to be.
        request.HasIndex(r => r.DueAt);
        // A resident's own.
        request.HasIndex(r => new { r.PersonId, r.Serial });
        // Who may listen to a call may see all that came by it.
        request.HasIndex(r => r.CallId);
        // Boards: all that is open, and what ended of late.
        request.HasIndex(r => r.EndedAt);
        // What is kept of what ended, by its age: its content, and its reason to keep an identity.
        request.HasIndex(r => r.EndedAt, "IX_requests_requests_kept").HasFilter("\"EndedAt\" IS NOT NULL AND \"ErasedAt\" IS NULL");
        request.HasIndex(r => r.EndedAt, "IX_requests_requests_person").HasFilter("\"EndedAt\" IS NOT NULL AND \"PersonPastAt\" IS NULL");
        // What the public sees, newest first; pages far back are passed over within the index, and a month is counted by area in it.
        request
            .HasIndex(
                r => new
                {
                    r.RegisteredAt,
                    r.Serial,
                    r.Area,
                },
                "IX_requests_requests_public"
            )
            .HasFilter("\"Confidentiality\" = 'Normal' AND \"Type\" <> 'Report'");
        // What other programs ask for: a span of days.
        request.HasIndex(r => r.RegisteredAt);
        // What units ask for and nobody has decided.
        request.HasIndex(r => new { r.Asks, r.Serial }).HasFilter("\"Asks\" IS NOT NULL");
        // What people ask of their data, by the time by which it is answered.
        request.HasIndex(r => new { r.ClaimDueAt, r.Serial }).HasFilter("\"ClaimDueAt\" IS NOT NULL");
        // 协办异议 that nobody has decided.
        request.HasIndex(r => new { r.CoDisputes, r.Serial }).HasFilter("\"CoDisputes\" > 0");
        // The link of a message.
        request.HasIndex(r => r.RateToken).IsUnique().HasFilter("\"RateToken\" IS NOT NULL");
        // Whose wait for material is over.
        request.HasIndex(r => r.PausedUntil).HasFilter("\"PausedUntil\" IS NOT NULL");
        // 督办 and 批示 that are open, all of them or a unit's: without it a list of either walks the whole table, or the unit's whole history.
        request
            .HasIndex(r => new { r.Unit, r.Serial }, "IX_requests_requests_supervised")
            .HasFilter("\"SupervisedAs\" IS NOT NULL OR \"Instructed\"");
        // Requests of one matter, and what was split off one.
        request.HasIndex(r => new { r.MatterId, r.Serial }).HasFilter("\"MatterId\" IS NOT NULL");
        request.HasIndex(r => r.SplitFrom).HasFilter("\"SplitFrom\" IS NOT NULL");
        // Who is to be rung next.
        request.HasIndex(r => r.NextRingAt);
    }
}
