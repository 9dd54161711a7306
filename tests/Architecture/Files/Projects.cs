using System.Text.RegularExpressions;
using Suiying.Architecture.House;

namespace Suiying.Architecture.Files;

/// <summary>The walls that project files build.</summary>
public static partial class Projects
{
    public static FileRule A_module_references_only_kernel_contracts_engines_and_design { get; } =
        new(
            tree =>
                tree.Modules.SelectMany(m => tree.Under(m + "/", ".csproj"))
                    .SelectMany(p => References(tree, p).Where(r => !AllowedToModules().IsMatch(r)).Select(r => $"{p} → {r}")),
            SourceTree.Of(Features.Module, ("src/Requests/Suiying.Requests.csproj", Project("../People/Suiying.People.csproj"))),
            "People"
        );

    public static FileRule An_engine_references_nothing_of_ours { get; } =
        new(
            tree => tree.Under("src/Engines/", ".csproj").SelectMany(p => References(tree, p).Select(r => $"{p} → {r}")),
            SourceTree.Of(("src/Engines/Text/Suiying.Engines.Text.csproj", Project("../Clock/Suiying.Engines.Clock.csproj"))),
            "Engines.Clock"
        );

    public static FileRule An_engine_needs_neither_asp_net_nor_entity_framework { get; } =
        new(
            tree =>
                tree.Under("src/Engines/", ".csproj")
                    .Where(p => WebOrData().IsMatch(tree.Text(p)))
                    .Select(p => $"{p}: {WebOrData().Match(tree.Text(p)).Value}"),
            SourceTree.Of(("src/Engines/Text/T.csproj", """<FrameworkReference Include="Microsoft.AspNetCore.App" />""")),
            "AspNetCore"
        );

    public static FileRule The_kernel_references_nothing_of_ours { get; } =
        new(
            tree => tree.Under("src/Kernel/", ".csproj").SelectMany(p => References(tree, p).Select(r => $"{p} → {r}")),
            SourceTree.Of(("src/Kernel/Suiying.Kernel.csproj", Project("../Contracts/Suiying.Contracts.csproj"))),
            "Contracts"
        );

    public static FileRule Contracts_reference_only_kernel_and_engines { get; } =
        new(
            tree =>
                tree.Under("src/Contracts/", ".csproj")
                    .SelectMany(p => References(tree, p).Where(r => !KernelOrEngine().IsMatch(r)).Select(r => $"{p} → {r}")),
            SourceTree.Of(("src/Contracts/Suiying.Contracts.csproj", Project("../People/Suiying.People.csproj"))),
            "People"
        );

    public static FileRule A_version_stands_only_in_the_one_file { get; } =
        new(
            tree =>
                tree.Under("", ".csproj")
                    .Where(p => PinnedHere().IsMatch(tree.Text(p)))
                    .Select(p => $"{p}: {PinnedHere().Match(tree.Text(p)).Value}"),
            SourceTree.Of(("src/A/A.csproj", """<PackageReference Include="CsvHelper" Version="1.0" />""")),
            "CsvHelper"
        );

    public static FileRule Every_project_is_in_the_solution { get; } =
        new(
            tree =>
                tree.Under("", ".csproj")
                    .Where(p => !tree.Has("Suiying.slnx") || !tree.Text("Suiying.slnx").Contains($"\"{p}\"", StringComparison.Ordinal))
                    .Select(p => $"{p} is not in Suiying.slnx."),
            SourceTree.Of(("Suiying.slnx", "<Solution />"), ("src/A/A.csproj", "")),
            "src/A/A.csproj"
        );

    public static FileRule Every_project_pins_what_it_restores { get; } =
        new(
            tree =>
                tree.Under("", ".csproj")
                    .Where(p => !tree.Has(p[..p.LastIndexOf('/')] + "/packages.lock.json"))
                    .Select(p => $"{p} has no packages.lock.json beside it."),
            SourceTree.Of(("src/A/A.csproj", "")),
            "src/A/A.csproj"
        );

    private static string Project(string reference) =>
        $"""<Project><ItemGroup><ProjectReference Include="{reference}" /></ItemGroup></Project>""";

    private static IEnumerable<string> References(SourceTree tree, string project) =>
        Reference().Matches(tree.Text(project)).Select(m => m.Groups[1].Value);

    [GeneratedRegex("<ProjectReference Include=\"([^\"]+)\"")]
    private static partial Regex Reference();

    [GeneratedRegex(@"^\.\./(Kernel|Contracts|Design|Engines/\w+)/")]
    private static partial Regex AllowedToModules();

    [GeneratedRegex(@"^\.\./(Kernel|Engines/\w+)/")]
    private static partial Regex KernelOrEngine();

    [GeneratedRegex("Microsoft\\.(AspNetCore|EntityFrameworkCore)[^\"]*|Npgsql|Sdk\\.(Web|Razor)")]
    private static partial Regex WebOrData();

    [GeneratedRegex("<PackageReference [^>]*\\bVersion(Override)?=")]
    private static partial Regex PinnedHere();
}
