using System.Text.Json;
using Suiying.Architecture.House;

namespace Suiying.Architecture.Files;

/// <summary>A legal basis is an article that somebody has looked up, or the word 示例; never a plausible string.</summary>
public static class Bases
{
    private const string Example = "示例";

    private static readonly Lazy<HashSet<string>> Looked = new(() => [.. Approved.Read("approved-bases.txt")]);

    public static FileRule Every_article_that_a_pack_may_cite_was_looked_up { get; } =
        new(
            tree =>
                tree.Under("cities/", "/bases.csv")
                    .SelectMany(p => Csv.Column(tree.Text(p), "id").Where(id => !Looked.Value.Contains(id)).Select(id => $"{p}: {id}")),
            SourceTree.Of(("cities/atlantis/bases.csv", "id,text,verified\n海底条例第一条,\"甲,乙\",false\n")),
            "海底条例第一条"
        );

    public static FileRule Every_basis_in_a_pack_is_one_of_its_articles { get; } =
        new(
            tree =>
                Cited(tree)
                    .Where(c => c.Basis != Example && !Known(tree, c.Path).Contains(c.Basis))
                    .Select(c => $"{c.Path}: {c.Basis}")
                    .Distinct(),
            SourceTree.Of(
                ("cities/atlantis/bases.csv", "id,text,verified\n海底条例第一条,,false\n"),
                ("cities/atlantis/duties.csv", "id,basis\n1,海底条例第一条\n2,示例\n3,海底条例第二条\n")
            ),
            "海底条例第二条"
        );

    public static FileRule Every_basis_of_a_deadline_is_one_of_its_articles { get; } =
        new(
            Every_basis_in_a_pack_is_one_of_its_articles.Violations,
            SourceTree.Of(("cities/atlantis/deadlines.json", """{ "profiles": [{ "rules": [{ "basis": "海底条例第三条" }] }] }""")),
            "海底条例第三条"
        );

    private static IEnumerable<(string Path, string Basis)> Cited(SourceTree tree) =>
        tree.Under("cities/", "/duties.csv")
            .SelectMany(p => Csv.Column(tree.Text(p), "basis").Select(basis => (p, basis)))
            .Concat(tree.Under("cities/", "/deadlines.json").SelectMany(p => OfDeadlines(tree.Text(p)).Select(basis => (p, basis))));

    private static IReadOnlySet<string> Known(SourceTree tree, string path)
    {
        var bases = path[..path.LastIndexOf('/')] + "/bases.csv";
        return tree.Has(bases) ? Csv.Column(tree.Text(bases), "id").ToHashSet() : new HashSet<string>();
    }

    private static List<string> OfDeadlines(string json)
    {
        using var document = JsonDocument.Parse(json);
        return
        [
            .. document
                .RootElement.GetProperty("profiles")
                .EnumerateArray()
                .SelectMany(profile => profile.GetProperty("rules").EnumerateArray())
                .Select(rule => rule.GetProperty("basis").GetString() ?? ""),
        ];
    }
}
