using System.Text.RegularExpressions;
using Suiying.Architecture.House;

namespace Suiying.Architecture.Files;

/// <summary>One use case, one folder, named by a verb and a noun.</summary>
public static partial class Features
{
    private static readonly Lazy<HashSet<string>> Verbs = new(() => [.. Approved.Read("verbs.txt")]);

    public static IEnumerable<string> Folders(SourceTree tree) =>
        tree.Modules.SelectMany(module =>
            tree.Under($"{module}/Features/", "")
                .Where(p => p.Count(c => c == '/') > 3)
                .Select(p => string.Join('/', p.Split('/').Take(4)))
                .Distinct()
        );

    public static FileRule A_feature_is_named_verb_noun { get; } =
        new(
            tree =>
                Folders(tree)
                    .Where(folder =>
                        VerbNoun().Match(Name(folder)) is not { Success: true } match || !Verbs.Value.Contains(match.Groups[1].Value)
                    )
                    .Select(folder => $"{folder}: not a verb (tests/Architecture/verbs.txt) and a noun."),
            SourceTree.Of(Module, ("src/Requests/Features/TicketSigning/TicketSigning.cs", "")),
            "TicketSigning"
        );

    public static FileRule A_feature_holds_the_use_case_of_its_name { get; } =
        new(
            tree =>
                Folders(tree)
                    .Where(folder =>
                        !tree.Has($"{folder}/{Name(folder)}.cs")
                        || !Regex.IsMatch(
                            tree.Text($"{folder}/{Name(folder)}.cs"),
                            $@"^public sealed (partial )?class {Name(folder)}\b",
                            RegexOptions.Multiline
                        )
                    )
                    .Select(folder => $"{folder}: no {Name(folder)}.cs with a public sealed class {Name(folder)}."),
            SourceTree.Of(Module, ("src/Requests/Features/SignRequest/SignRequest.cs", "public class SignRequest;")),
            "SignRequest"
        );

    public static FileRule A_feature_has_no_folders_below { get; } =
        new(
            tree =>
                tree.Modules.SelectMany(m => tree.Under($"{m}/Features/", ""))
                    .Where(p => p.Count(c => c == '/') != 4)
                    .Select(p => $"{p} does not lie in Features/<VerbNoun>/."),
            SourceTree.Of(Module, ("src/Requests/Features/SignRequest/Parts/A.cs", ""), ("src/Requests/Features/SignRequest/B.cs", "")),
            "Parts/A.cs"
        );

    internal static (string, string) Module => ("src/Requests/RequestsModule.cs", "public sealed class RequestsModule : IModule");

    private static string Name(string folder) => folder[(folder.LastIndexOf('/') + 1)..];

    [GeneratedRegex("^([A-Z][a-z]+)([A-Z][A-Za-z0-9]*)$")]
    private static partial Regex VerbNoun();
}
