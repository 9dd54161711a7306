using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Registry.Features;
using Suiying.Registry.Model;
using Suiying.Registry.Storage;

namespace Suiying.Tests.Registry;

public sealed class LoadCityTests : IDisposable
{
    private readonly TinyPack pack = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broken_pack_loads_nothing()
    {
        await using var house = await RegistryHouse.Open();

        var outcome = await house.Load(pack.Change("rosters.csv", "08:30", "99:30").Path);

        var refusal = Assert.IsType<PackIsBroken>(outcome.Refusal);
        Assert.Equal("rosters.csv 第 3 行 [from]", Assert.Single(refusal.Fields).Field);
        Assert.False(await house.Registry.Refresh(Stop));
        Assert.False(house.Registry.IsLoaded);
        Assert.Throws<InvalidOperationException>(() => house.Registry.Current);
    }

    [Fact]
    public async Task Loading_says_everything_that_the_pack_says()
    {
        await using var house = await RegistryHouse.Open();

        var summary = (await house.Load(pack.Path)).Value;

        Assert.True(summary.Changed);
        Assert.Contains(summary.Kinds, k => k == new KindCount(EntryKind.Area, 14, 0, 0));
        var city = house.Registry.Current;
        Assert.Equal((1, "海底市", true), (city.Version, city.City.Name, city.City.Synthetic));
        Assert.Equal("珊瑚区 五四路街道 天翔社区居民委员会", city.Areas.FullName("99010101"));
        Assert.Equal([4, 4], city.Categories.Upwards("010101").Take(2).Select(c => c.Grade));
        Assert.Equal(["物管", "小区管理"], city.Categories.Find("0101")!.Synonyms);
        Assert.Equal([1, 2, 3, 4, 5, 7], city.Rosters.Single(r => r.Order == 2).Days);
        Assert.Equal("示例条例第一条", city.Duties.All[0].Basis);
        Assert.Equal(["T-990101", "D-housing"], city.Duties.Propose(city, "010101", "99010101").Select(p => p.Unit.Code));
        Assert.Equal([2026], city.Calendar.PublishedYears);
        Assert.Equal(5, city.Deadlines.Rules.Count);
        Assert.False(city.Areas.Find("990301")!.Served);
    }

    /// <summary>The smallest that a release ever stored of a city: whatever a later one asks for beside it is missing.</summary>
    [Fact]
    public async Task A_city_that_an_earlier_release_stored_is_whole()
    {
        await using var house = await RegistryHouse.Open();
        await house.Load(pack.Path);
        string[] asked = ["code", "names", "timeZone", "deadlineProfile", "hotline", "culture", "synthetic"];
        await house.Use<RegistryDb, int>(async db =>
        {
            var stored = await db.Entries.AsNoTracking().SingleAsync(e => e.Kind == EntryKind.City, Stop);
            var facts = JsonNode.Parse(stored.Payload)!.AsObject();
            var profile = facts["profile"]!.AsObject();
            foreach (var member in profile.Select(m => m.Key).Except(asked).ToList())
                profile.Remove(member);
            return await db
                .Entries.Where(e => e.Kind == EntryKind.City)
                .ExecuteUpdateAsync(set => set.SetProperty(e => e.Payload, facts.ToJsonString()), Stop);
        });

        var another = house.Again();
        Assert.True(await another.Registry.Refresh(Stop));
        var city = another.Registry.Current.City;
        Assert.Equal("110", city.Emergency[0].Number);
        Assert.Empty(city.Attributions);
        Assert.Empty(city.Mailboxes);
        Assert.Equal("海底市", city.Name);
    }

    [Fact]
    public async Task An_area_without_other_names_is_stored_as_before_there_were_any()
    {
        await using var house = await RegistryHouse.Open();
        await house.Load(pack.Path);
        var areas = await house.Use<RegistryDb, List<string>>(db =>
            db.Entries.Where(e => e.Kind == EntryKind.Area).Select(e => e.Payload).ToListAsync(Stop)
        );
        Assert.NotEmpty(areas);
        Assert.All(areas, payload => Assert.DoesNotContain("aliases", payload, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Loading_twice_makes_no_version_and_the_order_of_rows_means_nothing()
    {
        await using var house = await RegistryHouse.Open();
        await house.Load(pack.Path);

        var again = (await house.Load(pack.Path)).Value;
        var lines = pack.Text("categories.csv").TrimEnd().Split('\n');
        pack.Write("categories.csv", string.Join('\n', lines.Skip(1).Reverse().Prepend(lines[0])));
        var reordered = (await house.Load(pack.Path)).Value;

        Assert.Equal((false, 1), (again.Changed, again.Version));
        Assert.Equal((false, 1), (reordered.Changed, reordered.Version));
    }

    [Fact]
    public async Task A_change_keeps_history_and_old_versions_are_rebuilt_as_they_were()
    {
        await using var house = await RegistryHouse.Open();
        await house.Load(pack.Path);
        var before = Whole(house.Registry.Current);

        pack.Change("areas.csv", "海带镇", "紫菜镇").Change("rosters.csv", "HOT,2,1-5;7,08:30,17:30,duty2\n", "");
        pack.Append("categories.csv", "03,交通,1,,,,,");
        var second = (await house.Load(pack.Path)).Value;
        pack.Change("areas.csv", "紫菜镇", "海带镇").Append("rosters.csv", "HOT,2,1-5;7,08:30,17:30,duty2");
        pack.Change("categories.csv", "03,交通,1,,,,,\n", "");
        await house.Load(pack.Path);

        Assert.Equal(
            [new KindCount(EntryKind.Area, 0, 1, 0), new KindCount(EntryKind.Category, 1, 0, 0), new KindCount(EntryKind.Roster, 0, 0, 1)],
            second.Kinds
        );
        Assert.Equal(before, Whole((await house.Registry.SnapshotAt(1, Stop))!));
        Assert.Equal("紫菜镇", (await house.Registry.SnapshotAt(2, Stop))!.Areas.Find("990102")!.Name);
        Assert.Equal((3, before), (house.Registry.Current.Version, Whole(house.Registry.Current)));
        Assert.Null(await house.Registry.SnapshotAt(4, Stop));
    }

    [Fact]
    public async Task A_running_server_follows_a_load_by_another_process()
    {
        await using var house = await RegistryHouse.Open();
        await house.Load(pack.Path);
        await using var server = house.Again();
        Assert.True(await server.Registry.Refresh(Stop));
        var held = server.Registry.Current;
        Assert.False(await server.Registry.Refresh(Stop));
        Assert.Same(held, server.Registry.Current);

        await house.Load(pack.Change("areas.csv", "海带镇", "紫菜镇").Path);

        Assert.True(await server.Registry.Refresh(Stop));
        Assert.Equal("紫菜镇", server.Registry.Current.Areas.Find("990102")!.Name);
        Assert.Equal("海带镇", held.Areas.Find("990102")!.Name);
    }

    [Theory]
    [InlineData(Role.Agent)]
    [InlineData(Role.SecurityAdmin)]
    [InlineData(Role.Resident)]
    public async Task Only_a_system_administrator_loads(Role role)
    {
        await using var house = await RegistryHouse.Open();
        var by = Actor.Visitor with { Roles = new HashSet<Role> { role } };

        var outcome = await house.Use<LoadCity, Outcome<LoadSummary>>(load =>
            load.Run(new LoadCity.Command { Path = pack.Path }, by, Stop)
        );

        Assert.IsType<NotAllowed>(outcome.Refusal);
    }

    public void Dispose() => pack.Dispose();

    /// <summary>All of a snapshot but its version.</summary>
    private static string Whole(CitySnapshot city) =>
        JsonSerializer.Serialize(
            new
            {
                city.City,
                Areas = city.Areas.All,
                Units = city.Units.All,
                Categories = city.Categories.All,
                Duties = city.Duties.All,
                city.Calendar.Days,
                city.Calendar.OfficeHours,
                city.DeadlineProfiles,
                city.Rosters,
            }
        );
}
