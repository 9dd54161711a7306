using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Scores;
using Suiying.Kernel.Events;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>公布与修订: closes a month of scores, or signs a revision of one that is closed.</summary>
public sealed class ReleaseMonth(ScoresDb db, ScoreBook book, ICityRegistry registry, Outbox outbox, TimeProvider time)
{
    public const int LeastReason = 5,
        MostReason = 300;

    public sealed record Command
    {
        /// <summary>Of scores, by the first day of the calendar month that names it.</summary>
        public required DateOnly Month { get; init; }

        /// <summary>修订原因: asked for from the second revision on.</summary>
        public string Reason { get; init; } = "";

        /// <summary>The revision that the signer saw, 0 for none.</summary>
        public int Seen { get; init; }
    }

    public async Task<Outcome<ScoreRelease>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Supervisor, Role.System))
            return new NotAllowed();
        var city = registry.Current;
        if (city.Calendar.DateOf(time.GetUtcNow()) < city.Scores.DaysOf(command.Month).Until)
            return new MonthNotOver();
        try
        {
            var signed = await db.Write(() => Sign(command, city, by, ct), ct);
            outbox.Wake();
            return signed;
        }
        catch (DbUpdateException)
        {
            // Two signed at the same moment; the key lets one through.
            return new ReleasedMeanwhile();
        }
    }

    /// <summary>到期自动公布: every month that was over long enough, has no open exclusion and was never released.</summary>
    public async Task<int> CloseDue(Actor by, CancellationToken ct)
    {
        var (city, released) = (registry.Current, 0);
        var today = city.Calendar.DateOf(time.GetUtcNow());
        var closed = await db.Releases.Select(r => r.Month).Distinct().ToListAsync(ct);
        foreach (var month in (await book.Answered(ct)).Except(closed).Order())
        {
            if (city.Scores.DaysOf(month).Until.AddDays(city.Scores.CloseDays) > today)
                continue;
            if ((await Run(new Command { Month = month }, by, ct)).Ok(out _, out _))
                released++;
        }
        return released;
    }

    private async Task<Outcome<ScoreRelease>> Sign(Command command, CitySnapshot city, Actor by, CancellationToken ct)
    {
        var month = command.Month;
        var before = (await book.Releases(month, ct)).FirstOrDefault();
        if ((before?.Revision ?? 0) != command.Seen)
            return new ReleasedMeanwhile();
        if (
            await db.Exclusions.CountAsync(
                e => e.Month == month && (e.State == ExclusionState.Asked || e.State == ExclusionState.Reviewed),
                ct
            )
            is > 0
                and var open
        )
            return new ExclusionsOpen(open);
        var reason = command.Reason.Trim();
        if (before is not null)
        {
            if (reason.Length is < LeastReason or > MostReason)
                return Refusal.Invalid(new FieldProblem("reason", $"请写明修订的原因，{LeastReason} 至 {MostReason} 个字。"));
            if ((await book.Changes(before, ct)).Count == 0)
                return new NothingChanged();
        }
        var revision = command.Seen + 1;
        var live = await db.Sums.AsNoTracking().Where(s => s.Month == month && (s.Valid > 0 || s.Excluded > 0)).ToListAsync(ct);
        if (live.Count == 0)
            return new NothingToRelease();
        var sums = live.Select(s => ReleasedSum.From(s, revision)).ToList();
        var release = ScoreRelease.Of(month, before, before is null ? "" : reason, city, sums, (by, time.GetUtcNow()));
        db.Releases.Add(release);
        db.Released.AddRange(sums);
        outbox.Add(db, new MonthReleased { Month = month, Revision = revision });
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return release;
    }
}
