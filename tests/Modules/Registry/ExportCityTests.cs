using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Suiying.Registry.Features;
using Suiying.Registry.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Registry;

public sealed class ExportCityTests
{
    public static TheoryData<string> Packs =>
        [SuiyingApp.Pack, .. Directory.EnumerateDirectories(CityPacksTests.Cities).Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Packs))]
    public async Task What_is_exported_loads_into_an_empty_database_as_the_same_city(string pack)
    {
        await using var first = await RegistryHouse.Open();
        Assert.True((await first.Load(pack)).Value.Changed);
        var file = (await first.Use<ExportCity, Outcome<ExportCity.File>>(e => e.Run(new(), Admin, CancellationToken.None))).Value;
        var folder = Directory.CreateTempSubdirectory("suiying-export-");
        await using var second = await RegistryHouse.Open();

        using (var zip = new ZipArchive(new MemoryStream(file.Content)))
            zip.ExtractToDirectory(folder.FullName);
        var loaded = await second.Load(folder.FullName);

        Assert.Null(loaded.Refusal);
        Assert.Equal(await Hash(first), await Hash(second));
        folder.Delete(recursive: true);
    }

    private static Actor Admin { get; } = Actor.System with { Roles = new HashSet<Role> { Role.SystemAdmin } };

    private static Task<string> Hash(RegistryHouse house) =>
        house.Use<RegistryDb, string>(db => db.Versions.Select(v => v.PackHash).SingleAsync());
}
