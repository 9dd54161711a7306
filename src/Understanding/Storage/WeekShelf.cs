using System.Collections.Concurrent;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Storage;

/// <summary>
/// Keeps the weekly counts of this process: those of the city and its counties, and those of the townships of each county that somebody
/// opened. Whole weeks change only where a matter is filed anew, so minutes do no harm. Thread-safe.
/// </summary>
public sealed class WeekShelf(IServiceScopeFactory scopes, ICityRegistry registry, TimeProvider time)
{
    /// <summary>Older than this, new counts are fetched while the old ones are still shown.</summary>
    public static readonly TimeSpan FreshFor = TimeSpan.FromMinutes(5);

    /// <summary>Older than this, nobody is shown the old ones.</summary>
    public static readonly TimeSpan ShownFor = TimeSpan.FromMinutes(15);

    private const string Everywhere = "";
    private readonly ConcurrentDictionary<string, KeptRows<WeekCounts>> kept = [];

    /// <summary>The city and its counties.</summary>
    public Task<WeekCounts> City(CancellationToken ct) => Get(Everywhere, Load, ct);

    /// <summary>The townships of a county of the city.</summary>
    public Task<WeekCounts> County(string county, CancellationToken ct) =>
        Get(
            county,
            async () =>
            {
                var whole = await City(CancellationToken.None);
                return WeekCounts.OfCounty(whole, await Count(whole.Weeks, county), whole.AsOf);
            },
            ct
        );

    private Task<WeekCounts> Get(string of, Func<Task<WeekCounts>> load, CancellationToken ct) =>
        kept.GetOrAdd(of, _ => new KeptRows<WeekCounts>(FreshFor, ShownFor, time, _ => load())).Get(IsOfNow, ct);

    // Counts of the old registry have the old areas; those of last week call a week running that is over.
    private bool IsOfNow(WeekCounts counts) =>
        counts.City.Version == registry.Current.Version && time.GetUtcNow() < counts.Weeks.Starts[^1];

    private async Task<WeekCounts> Load()
    {
        var (city, now) = (registry.Current, time.GetUtcNow());
        var weeks = new CityWeeks(now, city.Calendar, RiseRules.WeeksRead);
        return WeekCounts.OfCity(city, weeks, await Count(weeks, null), now);
    }

    private async Task<IReadOnlyList<WeekTally>> Count(CityWeeks weeks, string? county)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tallies = scope.ServiceProvider.GetRequiredService<IWeekTallies>();
        return await tallies.Count(weeks.Starts, county, CancellationToken.None);
    }
}
