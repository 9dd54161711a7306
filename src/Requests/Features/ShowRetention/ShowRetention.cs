using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>保存期限: the schedule, what its time is over for now and within thirty days, and what was erased of late.</summary>
public sealed class ShowRetention(RequestsDb db, ICityRegistry registry, TimeProvider time)
{
    public static readonly TimeSpan Ahead = TimeSpan.FromDays(30);

    private const int MostRuns = 30;

    /// <param name="Class">What is kept.</param>
    /// <param name="Now">Requests for which its time is over.</param>
    /// <param name="Soon">Requests for which it will be within <see cref="Ahead"/>, those of now included.</param>
    public sealed record Due(RecordClass Class, int Now, int Soon);

    /// <param name="Schedule">As the city has it.</param>
    /// <param name="Dues">One of each class.</param>
    /// <param name="Runs">Newest first.</param>
    public sealed record Result(RetentionSchedule Schedule, IReadOnlyList<Due> Dues, IReadOnlyList<RetentionRun> Runs);

    public async Task<Outcome<Result>> Run(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.AuditAdmin, Role.SystemAdmin, Role.Supervisor, Role.System))
            return new NotAllowed();
        var (schedule, now) = (registry.Current.Retention, time.GetUtcNow());
        var soon = now + Ahead;
        return new Result(
            schedule,
            [
                new(
                    RecordClass.Words,
                    await db.ExpiredWords(schedule, now).CountAsync(ct),
                    await db.ExpiredWords(schedule, soon).CountAsync(ct)
                ),
                new(
                    RecordClass.Photos,
                    await db.ExpiredPhotos(schedule, now).CountAsync(ct),
                    await db.ExpiredPhotos(schedule, soon).CountAsync(ct)
                ),
                new(
                    RecordClass.Identity,
                    await db.PastPersons(schedule, now).CountAsync(ct),
                    await db.PastPersons(schedule, soon).CountAsync(ct)
                ),
            ],
            await db.RetentionRuns.AsNoTracking().OrderByDescending(r => r.At).Take(MostRuns).ToListAsync(ct)
        );
    }
}
