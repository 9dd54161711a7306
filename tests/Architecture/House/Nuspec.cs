using System.Xml.Linq;

namespace Suiying.Architecture.House;

/// <summary>What a package in the restored cache says of itself.</summary>
public static class Nuspec
{
    private static readonly string Cache =
        Environment.GetEnvironmentVariable("NUGET_PACKAGES")
        ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");

    /// <summary>The SPDX expression, or in words why there is none.</summary>
    public static string LicenceOf(string id, string version)
    {
        var name = id.ToLowerInvariant();
        var path = Path.Combine(Cache, name, version.ToLowerInvariant(), name + ".nuspec");
        if (!File.Exists(path))
            return "no licence: the package is not in the cache";
        var metadata = XDocument.Load(path).Root!.Elements().First(e => e.Name.LocalName == "metadata");
        var licence = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "license");
        var address = metadata.Elements().FirstOrDefault(e => e.Name.LocalName == "licenseUrl")?.Value;
        return licence?.Attribute("type")?.Value == "expression"
            ? licence.Value.Trim()
            : $"no expression, but {licence?.Value.Trim() ?? address ?? "nothing"}";
    }
}
