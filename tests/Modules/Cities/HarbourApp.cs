using Suiying.Testing;

namespace Suiying.Tests.Cities;

/// <summary>The real host on the pack of another country's city, loaded by the host itself.</summary>
public sealed class HarbourApp : SuiyingApp
{
    public const string Block = "841701001001";

    public static string Folder { get; } = Path.Combine(FindRoot(), "cities", "harbour");

    protected override string CityPack => Folder;

    protected override Task<TestDatabase> NewDatabase() => TestDatabase.Create();

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Suiying.slnx")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("No Suiying.slnx above the tests.");
    }
}
