using System.Text.Json;
using Suiying.Architecture.House;

namespace Suiying.Architecture.Files;

/// <summary>
/// Everything that the lock files bring, with the licence that the package itself states: nothing copyleft, nothing that costs.
/// What only tests use never reaches a city, so there MPL is allowed too (axe).
/// </summary>
public static class Licences
{
    private static readonly HashSet<string> Free =
    [
        .. "MIT Apache-2.0 BSD-2-Clause BSD-3-Clause 0BSD ISC MS-PL PostgreSQL Zlib Unlicense CC0-1.0 BlueOak-1.0.0".Split(' '),
    ];

    /// <summary>Packages whose newer versions ask for money, and the first such version.</summary>
    private static readonly Dictionary<string, int> Paid = new(StringComparer.OrdinalIgnoreCase)
    {
        ["SixLabors.ImageSharp"] = 3,
        ["SixLabors.ImageSharp.Drawing"] = 2,
        ["SixLabors.Fonts"] = 2,
        ["QuestPDF"] = 0,
        ["EPPlus"] = 5,
        ["FluentAssertions"] = 8,
        ["MediatR"] = 13,
        ["AutoMapper"] = 15,
        ["MassTransit"] = 9,
        ["Duende.IdentityServer"] = 0,
        ["itext"] = 0,
    };

    private static readonly Lazy<Dictionary<string, string>> ReadByHand = new(() =>
        Approved.Read("approved-licences.txt").Select(line => line.Split(' ', 2)).ToDictionary(p => p[0], p => p[1].Trim())
    );

    public static FileRule No_package_is_copyleft { get; } =
        new(
            tree =>
                Packages(tree)
                    .Select(p => (p.Lock, p.Id, p.Version, Licence: LicenceOf(p.Id, p.Version)))
                    .Where(p => !IsFree(p.Licence, p.Lock))
                    .Select(p => $"{p.Id} {p.Version}: {p.Licence} ({p.Lock})"),
            SourceTree.Of(("src/A/packages.lock.json", Lock("Nobody.Knows.This", "1.0.0"))),
            "Nobody.Knows.This 1.0.0: no licence"
        );

    public static FileRule No_package_costs { get; } =
        new(
            tree =>
                Packages(tree)
                    .Where(p => Paid.TryGetValue(p.Id, out var from) && int.Parse(p.Version.Split('.')[0], null) >= from)
                    .Select(p => $"{p.Id} {p.Version} ({p.Lock})"),
            SourceTree.Of(
                ("src/A/packages.lock.json", Lock("FluentAssertions", "8.1.0")),
                ("src/B/packages.lock.json", Lock("MediatR", "12.4.0"))
            ),
            "FluentAssertions"
        );

    public static FileRule No_front_end_package_is_copyleft { get; } =
        new(
            tree => tree.Under("src/", "package-lock.json").SelectMany(p => FrontEnd(tree.Text(p)).Select(found => $"{p}: {found}")),
            SourceTree.Of(
                (
                    "src/Web/package-lock.json",
                    """{ "packages": { "": {}, "node_modules/a": { "license": "AGPL-3.0" }, "node_modules/b": { "license": "MIT" } } }"""
                )
            ),
            "node_modules/a AGPL-3.0"
        );

    /// <summary>True where one side of an OR, or all of an AND, is free.</summary>
    public static bool IsFree(string expression, string lockFile)
    {
        var either = expression.Trim('(', ')').Split(" OR ");
        return either.Any(side => side.Split(" AND ").All(one => IsFreeAlone(one.Trim('(', ')', ' '), lockFile)));
    }

    private static bool IsFreeAlone(string licence, string lockFile) =>
        Free.Contains(licence) || (licence == "MPL-2.0" && lockFile.StartsWith("tests/", StringComparison.Ordinal));

    private static IEnumerable<(string Lock, string Id, string Version)> Packages(SourceTree tree) =>
        tree.Under("", "packages.lock.json")
            .Where(p => !p.StartsWith('.'))
            .SelectMany(path => Locked(tree.Text(path)).Select(p => (path, p.Id, p.Version)))
            .DistinctBy(p => (p.Id, p.Version, p.path.Split('/')[0]));

    private static List<(string Id, string Version)> Locked(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document
                .RootElement.GetProperty("dependencies")
                .EnumerateObject()
                .SelectMany(framework => framework.Value.EnumerateObject())
                .Where(package => package.Value.TryGetProperty("resolved", out _))
                .Select(package => (package.Name, package.Value.GetProperty("resolved").GetString()!)),
        ];
    }

    private static string LicenceOf(string id, string version) =>
        ReadByHand.Value.TryGetValue(id, out var read) ? read : Nuspec.LicenceOf(id, version);

    private static List<string> FrontEnd(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document
                .RootElement.GetProperty("packages")
                .EnumerateObject()
                .Where(package => package.Name.Length > 0)
                .Select(package =>
                    (
                        package.Name,
                        Licence: package.Value.TryGetProperty("license", out var l) ? l.GetString()! : "no licence",
                        package.Value
                    )
                )
                .Where(p => !IsFree(p.Licence, p.Value.TryGetProperty("dev", out _) ? "tests/" : "src/"))
                .Select(p => $"{p.Name} {p.Licence}"),
        ];
    }

    private static string Lock(string id, string version) =>
        $$$"""{ "dependencies": { "net10.0": { "{{{id}}}": { "type": "Direct", "resolved": "{{{version}}}" } } } }""";
}
