using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>What the retention schedule no longer keeps. Generated requests are nobody's and stay; what a person has a claim open on waits for its answer.</summary>
internal static class ExpiredRequests
{
    /// <summary>Requests whose texts go, oldest end first.</summary>
    public static IQueryable<ServiceRequest> ExpiredWords(this RequestsDb db, RetentionSchedule schedule, DateTimeOffset now)
    {
        var (general, reports, latest) = Limits(schedule, RecordClass.Words, now);
        return db
            .Requests.Where(r => r.EndedAt < latest && r.ErasedAt == null && r.ClaimDueAt == null && !r.Synthetic)
            .Where(r => r.EndedAt < (r.Type == RequestType.Report ? reports : general))
            .OrderBy(r => r.EndedAt);
    }

    /// <summary>Requests whose photos go; found by the photos, since few requests have any.</summary>
    public static IQueryable<ServiceRequest> ExpiredPhotos(this RequestsDb db, RetentionSchedule schedule, DateTimeOffset now)
    {
        var (general, reports, latest) = Limits(schedule, RecordClass.Photos, now);
        var old = db.Attachments.Where(a => a.ErasedAt == null && a.At < latest).Select(a => a.RequestId);
        return db
            .Requests.Where(r => old.Contains(r.Id) && r.EndedAt != null && r.ErasedAt == null && r.ClaimDueAt == null && !r.Synthetic)
            .Where(r => r.EndedAt < (r.Type == RequestType.Report ? reports : general))
            .OrderBy(r => r.EndedAt);
    }

    /// <summary>Requests that are no longer a reason to keep their person's identity.</summary>
    public static IQueryable<ServiceRequest> PastPersons(this RequestsDb db, RetentionSchedule schedule, DateTimeOffset now)
    {
        var before = schedule.Before(RecordClass.Identity, reports: false, now);
        return db
            .Requests.Where(r => r.EndedAt < before && r.PersonPastAt == null && r.PersonId != null && !r.Synthetic)
            .OrderBy(r => r.EndedAt);
    }

    private static (DateTimeOffset General, DateTimeOffset Reports, DateTimeOffset Latest) Limits(
        RetentionSchedule schedule,
        RecordClass what,
        DateTimeOffset now
    )
    {
        var (general, reports) = (schedule.Before(what, reports: false, now), schedule.Before(what, reports: true, now));
        return (general, reports, general > reports ? general : reports);
    }
}
