using System.Text.Json;
using System.Text.RegularExpressions;
using Suiying.Architecture.House;

namespace Suiying.Architecture.Files;

/// <summary>Who reads English is told everything in English.</summary>
public static partial class English
{
    private const string Catalogue = "/Texts.en.json";

    public static FileRule Every_text_of_a_page_has_its_English { get; } =
        new(
            tree =>
            {
                var known = tree.Under("src/", Catalogue).SelectMany(path => Texts(tree.Text(path)).Keys).ToHashSet(StringComparer.Ordinal);
                return tree.Code.SelectMany(path =>
                    Localised()
                        .Matches(tree.Text(path))
                        .Select(match => match.Groups[1].Value)
                        .Where(text => !known.Contains(text))
                        .Select(text => $"{path}: {text}")
                );
            },
            SourceTree.Of(("src/A/A.razor", "@T[\"开始\"] @T[\"结束\"]"), ("src/A/Texts.en.json", """{ "开始": "Begin" }""")),
            "src/A/A.razor: 结束"
        );

    public static FileRule English_is_English { get; } =
        new(
            tree =>
                tree.Under("src/", Catalogue)
                    .SelectMany(path => Texts(tree.Text(path)).Where(text => text.Value.Length == 0).Select(text => $"{path}: {text.Key}")),
            SourceTree.Of(("src/A/Texts.en.json", """{ "开始": "" }""")),
            "src/A/Texts.en.json: 开始"
        );

    /// <summary>All catalogues are one dictionary while the program runs: of two Englishes, the order of loading would choose.</summary>
    public static FileRule A_text_has_one_English { get; } =
        new(
            tree =>
                tree.Under("src/", Catalogue)
                    .SelectMany(path => Texts(tree.Text(path)))
                    .Distinct()
                    .GroupBy(text => text.Key)
                    .Where(said => said.Count() > 1)
                    .Select(said => $"{said.Key}: {string.Join(" | ", said.Select(text => text.Value))}"),
            SourceTree.Of(("src/A/Texts.en.json", """{ "编号": "Id" }"""), ("src/B/Texts.en.json", """{ "编号": "Number" }""")),
            "编号: Id | Number"
        );

    private static Dictionary<string, string> Texts(string json) => JsonSerializer.Deserialize<Dictionary<string, string>>(json)!;

    [GeneratedRegex("""\bT\["([^"\\]*\p{IsCJKUnifiedIdeographs}[^"\\]*)["]""")]
    private static partial Regex Localised();
}
