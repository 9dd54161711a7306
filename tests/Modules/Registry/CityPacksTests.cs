using Suiying.Contracts.Registry;
using Suiying.Registry.Features;
using Suiying.Registry.Model;

namespace Suiying.Tests.Registry;

/// <summary>The packs of this repository.</summary>
public sealed class CityPacksTests
{
    private static readonly string Root = FindRoot();

    internal static string Cities => Path.Combine(Root, "cities");

    public static TheoryData<string> Packs =>
        [.. Directory.EnumerateDirectories(Path.Combine(Root, "cities")).Select(p => Path.GetFileName(p)!)];

    [Theory, MemberData(nameof(Packs))]
    public async Task A_pack_of_this_repository_is_whole(string pack)
    {
        var check = await new CheckCity().Run(new CheckCity.Command { Path = PathOf(pack) }, Actor.System, CancellationToken.None);

        Assert.Empty(check.Value.Problems.Select(p => p.ToString()));
    }

    [Theory, MemberData(nameof(Packs))]
    public async Task A_pack_loads_and_every_area_is_on_the_map_and_found_by_its_name(string pack)
    {
        await using var house = await RegistryHouse.Open();
        var outcome = await house.Load(PathOf(pack));
        Assert.True(outcome.Refusal is null, outcome.Refusal is PackIsBroken broken ? string.Join('\n', broken.Problems) : "");
        var city = house.Registry.Current;

        var fresh = await house.Registry.SnapshotAt(1, TestContext.Current.CancellationToken);
        await using (var second = house.Again())
            await second.Registry.Refresh(TestContext.Current.CancellationToken);
        var asked = city.Areas.All.Where((a, number) => number % 10 == 0 || a.Level < AreaLevel.Village).ToList();
        var lost = asked.Where(a => house.Places.Find(a.Name, 100).All(m => m.Area.Code != a.Code)).Select(a => a.Name).ToList();

        Assert.NotNull(fresh);
        Assert.True(lost.Count == 0, string.Join('、', lost.Take(20)));
        Assert.Empty(city.Areas.All.Where(a => a is not { Longitude: not null, Latitude: not null }).Select(a => a.Name));
        Assert.Empty(city.Areas.All.Where(a => a.Level < AreaLevel.Village && a.Outline.Count == 0).Select(a => a.Name));
    }

    private static string PathOf(string pack) => Path.Combine(Root, "cities", pack);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Suiying.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No Suiying.slnx above the tests.");
    }
}
