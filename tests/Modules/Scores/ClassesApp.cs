using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;
using Suiying.Testing;
using Suiying.Tests.Cities;

namespace Suiying.Tests.Scores;

/// <summary>
/// A city whose populations are known, with eight months of scores of its 24 neighborhoods: the later a unit's code, the better its score.
/// Of the people of the first one much is asked.
/// </summary>
public sealed class ClassesApp : SuiyingApp
{
    /// <summary>Over, and the first of a quarter that is not.</summary>
    public const string Month = "2026-02";

    /// <summary>Of 24 units the one with so few callbacks in that month that it has no place.</summary>
    public const int Few = 10;

    /// <summary>The one whose score rose in that month.</summary>
    public const int Risen = 5;

    /// <summary>In the order of their codes.</summary>
    public IReadOnlyList<Unit> Units =>
        [.. City.Units.All.Where(u => u.Kind == UnitKind.Township).OrderBy(u => u.Code, StringComparer.Ordinal)];

    protected override string CityPack => HarbourApp.Folder;

    public override async ValueTask InitializeAsync()
    {
        await base.InitializeAsync();
        await Use<ScoresDb, int>(db =>
        {
            for (var month = new DateOnly(2025, 7, 1); month <= new DateOnly(2026, 2, 1); month = month.AddMonths(1))
            {
                db.Sums.AddRange(Units.Select((unit, at) => Made(unit.Code, month, at)));
                db.WorkMonths.AddRange(Units.Select((unit, at) => Volume(unit.Code, month, at == 0 ? 300 : 100)));
            }
            return db.SaveChangesAsync();
        });
    }

    protected override Task<TestDatabase> NewDatabase() => TestDatabase.Create();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.ConfigureTestServices(services => services.AddSingleton<IDemandTallies>(provider => new Made24(provider)));
    }

    private static LiveSum Made(string unit, DateOnly month, int at)
    {
        var last = month == new DateOnly(2026, 2, 1);
        var valid = last && at == Few ? 9 : 100;
        var solved = valid - (valid == 100 ? 46 - 2 * at : 0) - (!last && at == Risen ? 20 : 0);
        return MadeSum.Of(unit, month, valid, solved);
    }

    private static WorkMonth Volume(string unit, DateOnly month, int requests) =>
        new()
        {
            Month = month,
            Unit = unit,
            Figure = WorkFigure.FirstGiven,
            Count = requests,
        };

    private sealed class Made24(IServiceProvider services) : IDemandTallies
    {
        public Task<DemandSet> Count(DateTimeOffset from, DateTimeOffset until, CancellationToken ct)
        {
            var units = services.GetRequiredService<ICityRegistry>().Current.Units.All.Where(u => u.Kind == UnitKind.Township).ToList();
            var least = units.Min(u => u.Code);
            return Task.FromResult(new DemandSet(units.ToDictionary(u => u.Area, u => u.Code == least ? 900 : 20), from));
        }
    }
}
