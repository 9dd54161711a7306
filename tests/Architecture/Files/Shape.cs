using System.Text.RegularExpressions;
using Suiying.Architecture.House;

namespace Suiying.Architecture.Files;

/// <summary>Who has seen one module has seen all; the root is a page, not a drawer.</summary>
public static partial class Shape
{
    private static readonly string[] Folders = ["Model", "Features", "Reactions", "Storage"];

    private static readonly HashSet<string> Root =
    [
        .. "README.md README.zh-CN.md STYLE.md GLOSSARY.md CHANGELOG.md LICENSE NOTICE run test suiying".Split(' '),
        .. "Suiying.slnx global.json Directory.Build.props Directory.Packages.props BannedSymbols.txt".Split(' '),
        .. ".editorconfig .gitignore .gitattributes .config .ci docs cities src tests benchmarks deploy".Split(' '),
    ];

    public static FileRule The_root_holds_only_what_everybody_needs { get; } =
        new(
            tree =>
                tree.Paths.Select(p => p.Split('/')[0])
                    .Distinct()
                    .Where(entry => !Root.Contains(entry))
                    .Select(entry => $"{entry} in the root."),
            SourceTree.Of(("README.md", ""), ("notes.txt", "")),
            "notes.txt"
        );

    public static FileRule A_module_has_the_same_shape_as_any_other { get; } =
        new(
            tree => tree.Modules.SelectMany(module => Strangers(tree, module)),
            SourceTree.Of(
                Features.Module,
                ("src/Requests/README.md", ""),
                ("src/Requests/Helpers/Helper.cs", ""),
                ("src/Requests/Model/A.cs", "")
            ),
            "Helpers"
        );

    public static FileRule A_module_tells_of_itself { get; } =
        new(
            tree => tree.Modules.Where(m => !tree.Has($"{m}/README.md")).Select(m => $"{m} has no README.md."),
            SourceTree.Of(Features.Module),
            "src/Requests has no README"
        );

    public static FileRule A_file_is_named_by_its_type { get; } =
        new(
            tree => tree.Under("src/", ".cs").SelectMany(p => Misnamed(p, tree.Text(p))),
            SourceTree.Of(
                ("src/A/Good.Part.cs", "partial class Good;"),
                ("src/A/Apple.cs", "namespace A;\npublic sealed class Pear\n{\n}")
            ),
            "Apple.cs declares Pear"
        );

    /// <summary>Types declared at the margin, where the formatter puts those that are not nested.</summary>
    public static IReadOnlyList<string> TypesIn(string text) => [.. TopLevel().Matches(text).Select(m => m.Groups[1].Value)];

    private static IEnumerable<string> Strangers(SourceTree tree, string module)
    {
        var name = module.Split('/')[1];
        HashSet<string> known =
        [
            "README.md",
            "_Imports.razor",
            "packages.lock.json",
            $"{name}Module.cs",
            "Texts.en.json",
            $"Suiying.{name}.csproj",
            .. Folders,
        ];
        return tree.Under(module + "/", "")
            .Select(p => p.Split('/')[2])
            .Distinct()
            .Where(e => !known.Contains(e))
            .Select(e => $"{module}/{e}");
    }

    private static IEnumerable<string> Misnamed(string path, string text)
    {
        var types = TypesIn(text);
        var name = path[(path.LastIndexOf('/') + 1)..].Split('.')[0];
        // A family of small types stands together under the plural of the thing, as the contracts do.
        if (
            types.Count > 0
            && !types.Contains(name)
            && !(types.Count > 1 && (name.EndsWith('s') || path.StartsWith("src/Contracts/", StringComparison.Ordinal)))
        )
            yield return $"{path} declares {string.Join(", ", types)}.";
    }

    [GeneratedRegex(
        @"^(?:(?:public|internal|file|sealed|static|abstract|partial|readonly|ref|unsafe) )*(?:class|struct|interface|enum|record(?: struct| class)?) (\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex TopLevel();
}
