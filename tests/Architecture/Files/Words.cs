using System.Text.Json;
using System.Text.RegularExpressions;
using Suiying.Architecture.House;

namespace Suiying.Architecture.Files;

/// <summary>What may not be written, and what must be.</summary>
public static partial class Words
{
    private static readonly string[] Sources = [".cs", ".razor", ".css", ".js"];

    public static FileRule Nothing_is_left_for_later { get; } =
        new(
            tree => Hits(tree, tree.Under("src/", Sources), Later()),
            SourceTree.Of(("src/A/A.cs", "throw new Not" + "ImplementedException();")),
            "src/A/A.cs:1"
        );

    public static FileRule Code_knows_no_city { get; } =
        new(
            tree =>
            {
                var names = tree.Under("cities/", "/city.json")
                    .SelectMany(p => CityNames(tree.Text(p), p.Split('/')[1]))
                    .Distinct()
                    .ToList();
                return names.Count == 0 ? ["No city pack to take the names from."] : Hits(tree, tree.Under("src/", Sources), AnyOf(names));
            },
            SourceTree.Of(
                ("cities/atlantis/city.json", """{ "code": "9901", "names": { "zh": "海底市", "en": "Atlantis" } }"""),
                ("src/A/A.cs", "\nvar name = \"海底的热线\";")
            ),
            "src/A/A.cs:2"
        );

    public static FileRule The_kernel_knows_no_domain { get; } =
        new(
            // The capacities in which people act are the one vocabulary that everything shares.
            tree => Hits(tree, tree.Under("src/Kernel/", ".cs").Where(p => !p.EndsWith("/Role.cs", StringComparison.Ordinal)), Domain()),
            SourceTree.Of(("src/Kernel/Tickets.cs", "/// <summary>工单</summary>")),
            "工单"
        );

    public static FileRule Pages_hold_no_inline_style_or_script { get; } =
        new(
            tree => Hits(tree, tree.Under("src/", ".razor"), Inline()),
            SourceTree.Of(("src/A/A.razor", "<button @onclick=\"Go\">\n<button onclick=\"go()\">")),
            "src/A/A.razor:2"
        );

    public static FileRule Pages_hold_no_style_attribute { get; } =
        new(
            tree => Hits(tree, tree.Under("src/", ".razor"), Inline()),
            SourceTree.Of(("src/A/A.razor", "<p style=\"color:red\">")),
            "src/A/A.razor:1"
        );

    public static FileRule Pages_hold_no_script_with_a_body { get; } =
        new(
            tree => Hits(tree, tree.Under("src/", ".razor"), Inline()),
            SourceTree.Of(("src/A/A.razor", "<script src=\"app.js\"></script>\n<script>go()</script>")),
            "src/A/A.razor:2"
        );

    public static FileRule No_file_names_a_package_host { get; } =
        new(
            tree =>
                Hits(
                    tree,
                    tree.Paths.Where(p =>
                        p.EndsWith("package-lock.json", StringComparison.Ordinal)
                        || p.EndsWith(".npmrc", StringComparison.Ordinal)
                        || p.EndsWith("NuGet.config", StringComparison.OrdinalIgnoreCase)
                    ),
                    PackageHost()
                ),
            SourceTree.Of(("src/Web/package-lock.json", "{ \"resolved\": \"https://registry.example/a.tgz\" }")),
            "package-lock.json:1"
        );

    private static IEnumerable<string> Hits(SourceTree tree, IEnumerable<string> paths, Regex pattern) =>
        paths.SelectMany(path =>
            tree.Lines(path)
                .Select((line, index) => (Match: pattern.Match(line), Number: index + 1))
                .Where(hit => hit.Match.Success)
                .Select(hit => $"{path}:{hit.Number} {hit.Match.Value}")
        );

    private static IEnumerable<string> CityNames(string json, string folder)
    {
        using var city = JsonDocument.Parse(json);
        yield return $@"(?i:\b{Regex.Escape(folder)}\b)";
        yield return $@"\b{Regex.Escape(city.RootElement.GetProperty("code").GetString()!)}\d*\b";
        foreach (var name in city.RootElement.GetProperty("names").EnumerateObject())
            yield return $"(?i:{Regex.Escape(name.Value.GetString()!.TrimEnd('市'))})";
    }

    private static Regex AnyOf(IEnumerable<string> patterns) => new(string.Join('|', patterns));

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX|NotImplementedException)\b")]
    private static partial Regex Later();

    [GeneratedRegex("诉求|工单|派单|退单|承办|回访|热线|信访|12345|ServiceRequest|\\bTickets?\\b|[Hh]otline|\\bDepartments?\\b")]
    private static partial Regex Domain();

    [GeneratedRegex(@"\sstyle\s*=|<style\b|<script(?![^>]*\bsrc=)|(?<![@\w])on[a-z]+\s*=\s*[""']|javascript:")]
    private static partial Regex Inline();

    [GeneratedRegex(@"https?://[^""\s]+\.(tgz|nupkg)|registry\s*=|https?://[^""\s]*/index\.json|""resolved"":\s*""https?:")]
    private static partial Regex PackageHost();
}
