using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 到期清除 (个人信息保护法 art. 19, 47): erases what the city's retention schedule no longer keeps, each request by a step in its own journal, and the sealed
/// identity of whoever has no younger request. What is left are tombstones: numbers, codes, times and hashes.
/// </summary>
public sealed class EraseExpired(
    RequestsDb db,
    ICityRegistry registry,
    RequestDoor door,
    ContentErasure erasure,
    ISealedIdentities identities
)
{
    /// <summary>Files of photos that a run before this one left behind are looked for this far back.</summary>
    private static readonly TimeSpan LookedBack = TimeSpan.FromDays(7);

    public sealed record Command
    {
        /// <summary>Requests of each class at most; the rest follows at the next run.</summary>
        public int Most { get; init; } = 2000;
    }

    /// <param name="Run">What was erased.</param>
    /// <param name="More">True where a class was full: another run goes on with it.</param>
    public sealed record Result(RetentionRun Run, bool More);

    public async Task<Outcome<Result>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var (schedule, now) = (registry.Current.Retention, door.Now());
        var words = await Erase(RecordClass.Words, db.ExpiredWords(schedule, now), command.Most, by, ct);
        var photos = await Erase(RecordClass.Photos, db.ExpiredPhotos(schedule, now), command.Most, by, ct);
        await erasure.DropFiles(now - LookedBack, ct);
        var (asked, gone) = await LetPersonsGo(schedule, now, command.Most, ct);
        var run = new RetentionRun(now, words, photos, gone);
        var result = new Result(run, words == command.Most || photos == command.Most || asked == command.Most);
        if (words + photos + gone == 0)
            return result;
        db.RetentionRuns.Add(run);
        await db.SaveChangesAsync(ct);
        return result;
    }

    private async Task<int> Erase(RecordClass what, IQueryable<ServiceRequest> expired, int most, Actor by, CancellationToken ct)
    {
        var erased = 0;
        foreach (var number in await expired.Take(most).Select(r => r.Number).ToListAsync(ct))
        {
            db.ChangeTracker.Clear();
            // Whoever was faster, by a claim or in another process, is left to it.
            if (!(await door.Open(new Target(number), RequestAction.EraseContent, by, ct)).Ok(out var opened, out _))
                continue;
            if (opened.Request.EraseContent(what, opened.Step()) is not null)
                continue;
            if (what == RecordClass.Photos)
                await erasure.Photos(opened.Request, opened.Now, ct);
            else
                await erasure.Words(opened.Request, opened.City, opened.Now, ct);
            if ((await door.Save(opened, ct)).Ok(out _, out _))
                erased++;
        }
        db.ChangeTracker.Clear();
        return erased;
    }

    /// <summary>Each request is asked once: its person goes with it where no younger or open one is left, else with that one.</summary>
    private async Task<(int Asked, int Gone)> LetPersonsGo(RetentionSchedule schedule, DateTimeOffset now, int most, CancellationToken ct)
    {
        var before = schedule.Before(RecordClass.Identity, reports: false, now);
        var past = await db.PastPersons(schedule, now).Take(most).Select(r => new { r.Id, Person = r.PersonId!.Value }).ToListAsync(ct);
        var gone = 0;
        foreach (var some in past.Chunk(500))
        {
            var (persons, ids) = (some.Select(p => p.Person).Distinct().ToList(), some.Select(p => p.Id).ToList());
            var needed = await db
                .Requests.Where(r => persons.Contains(r.PersonId!.Value) && (r.EndedAt == null || r.EndedAt >= before))
                .Select(r => r.PersonId!.Value)
                .Distinct()
                .ToListAsync(ct);
            gone += await identities.Erase([.. persons.Except(needed).Select(p => new PersonId(p))], ct);
            await db.Write(
                () => db.Requests.Where(r => ids.Contains(r.Id)).ExecuteUpdateAsync(set => set.SetProperty(r => r.PersonPastAt, now), ct),
                ct
            );
        }
        return (past.Count, gone);
    }
}
