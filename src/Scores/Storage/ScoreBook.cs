using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Scores.Model;

namespace Suiying.Scores.Storage;

/// <summary>考核月: what stands of a month of scores: as it was released, and as it is today while it was not.</summary>
public sealed class ScoreBook(ScoresDb db, ReleasedMonths closed, ICityRegistry registry)
{
    private readonly Dictionary<(DateOnly, SumOf), Month> opened = [];
    private List<DateOnly>? answered;

    /// <param name="Release">The newest; null while the month is open.</param>
    /// <param name="Scheme">By which it counts: that of the release, or today's.</param>
    /// <param name="Version">The city's rules of the release, or today's.</param>
    /// <param name="Sums">Those of the kind that was asked for.</param>
    public sealed record Month(ScoreRelease? Release, ScoreScheme Scheme, int Version, IReadOnlyList<MonthSum> Sums)
    {
        /// <summary>What all of them have together.</summary>
        public RateCounts Together => Sums.Aggregate(default(RateCounts), (sum, s) => sum + s.Counts);
    }

    /// <summary>A page that tells a month in several parts reads it once: the same object while this is in use.</summary>
    public async Task<Month> Open(DateOnly month, SumOf of, CancellationToken ct) =>
        opened.GetValueOrDefault((month, of)) ?? (opened[(month, of)] = await Read(month, of, ct));

    private async Task<Month> Read(DateOnly month, SumOf of, CancellationToken ct)
    {
        var city = registry.Current;
        if (await Newest(month, ct) is not { } release)
            return new Month(null, city.Scores, city.Version, await Live(month, of).ToListAsync(ct));
        var released = await closed.Of(db, month, release.Revision, ct);
        return new Month(release, release.Scheme, release.RegistryVersion, [.. released.Where(s => s.Of == of)]);
    }

    /// <summary>One unit's sums of a month; null where nobody answered about it.</summary>
    public async Task<(Month Month, RateCounts Counts)> Unit(DateOnly month, string unit, CancellationToken ct)
    {
        var book = await Open(month, SumOf.Unit, ct);
        return (book, book.Sums.FirstOrDefault(s => s.Key == unit)?.Counts ?? default);
    }

    /// <summary>One unit's last months in which anybody answered about it, oldest first: each as it was released, the open ones as they are.</summary>
    public async Task<IReadOnlyList<(MonthSum Sum, ScoreScheme Scheme)>> OfUnit(string unit, int most, CancellationToken ct)
    {
        var live = await db
            .Sums.AsNoTracking()
            .Where(s => s.Of == SumOf.Unit && s.Key == unit && s.Valid > 0)
            .OrderByDescending(s => s.Month)
            .Take(most)
            .ToListAsync(ct);
        var since = live.Count > 0 ? live[^1].Month : DateOnly.MaxValue;
        var releases = (await Newest(r => r.Month >= since, ct)).ToDictionary(r => r.Month);
        var released = await db.Released.AsNoTracking().Where(s => s.Of == SumOf.Unit && s.Key == unit && s.Month >= since).ToListAsync(ct);
        var stood = released.ToDictionary(s => (s.Month, s.Revision));
        return
        [
            .. live.OrderBy(s => s.Month)
                .Select(s =>
                    releases.TryGetValue(s.Month, out var release)
                        ? (stood.GetValueOrDefault((s.Month, release.Revision)), release.Scheme)
                        : ((MonthSum?)s, registry.Current.Scores)
                )
                .Where(s => s.Item1 is not null)
                .Select(s => (s.Item1!, s.Item2)),
        ];
    }

    /// <summary>Sums of all units in all months up to one, each as it was released, the open ones as they are.</summary>
    public async Task<IReadOnlyList<MonthSum>> UnitsUpTo(DateOnly month, CancellationToken ct)
    {
        var releases = await Newest(r => r.Month <= month, ct);
        var over = releases.Select(r => r.Month).ToList();
        var live = await db
            .Sums.AsNoTracking()
            .Where(s => s.Month <= month && s.Of == SumOf.Unit && s.Valid > 0 && !over.Contains(s.Month))
            .ToListAsync(ct);
        var sums = new List<MonthSum>(live);
        foreach (var release in releases)
            sums.AddRange((await closed.Of(db, release.Month, release.Revision, ct)).Where(s => s.Of == SumOf.Unit && s.Valid > 0));
        return sums;
    }

    /// <summary>Months in which anybody answered and the running one, newest first.</summary>
    public async Task<IReadOnlyList<DateOnly>> Months(DateOnly running, CancellationToken ct) =>
        [.. (answered ??= await Answered(ct)).Append(running).Distinct().OrderDescending()];

    /// <summary>Months in which anybody answered, newest first.</summary>
    public Task<List<DateOnly>> Answered(CancellationToken ct) =>
        db.Sums.Where(s => s.Valid > 0 || s.Excluded > 0).Select(s => s.Month).Distinct().OrderByDescending(m => m).ToListAsync(ct);

    /// <summary>Every revision of a month, the newest first.</summary>
    public Task<List<ScoreRelease>> Releases(DateOnly month, CancellationToken ct) =>
        db.Releases.AsNoTracking().Where(r => r.Month == month).OrderByDescending(r => r.Revision).ToListAsync(ct);

    /// <summary>Sums that are not today as they were released: as they were, and as they are; one of both may be missing.</summary>
    public async Task<IReadOnlyList<(MonthSum? Was, MonthSum? Is)>> Changes(ScoreRelease release, CancellationToken ct)
    {
        var month = release.Month;
        var was = await closed.Of(db, month, release.Revision, ct);
        var now = await db.Sums.AsNoTracking().Where(s => s.Month == month).ToDictionaryAsync(s => (s.Of, s.Key), ct);
        var changes = new List<(MonthSum?, MonthSum?)>();
        foreach (var sum in was)
        {
            now.Remove((sum.Of, sum.Key), out var live);
            if ((live?.Told ?? default) != sum.Told)
                changes.Add((sum, live));
        }
        return [.. changes, .. now.Values.Where(s => s.Told != default).Select(s => ((MonthSum?)null, (MonthSum?)s))];
    }

    private Task<List<ScoreRelease>> Newest(Expression<Func<ScoreRelease, bool>> which, CancellationToken ct) =>
        db
            .Releases.AsNoTracking()
            .Where(which)
            .Where(r => r.Revision == db.Releases.Where(other => other.Month == r.Month).Max(other => other.Revision))
            .ToListAsync(ct);

    private Task<ScoreRelease?> Newest(DateOnly month, CancellationToken ct) =>
        db.Releases.AsNoTracking().Where(r => r.Month == month).OrderByDescending(r => r.Revision).FirstOrDefaultAsync(ct);

    private IQueryable<LiveSum> Live(DateOnly month, SumOf of) =>
        db.Sums.AsNoTracking().Where(s => s.Month == month && s.Of == of && (s.Valid > 0 || s.Excluded > 0));
}
