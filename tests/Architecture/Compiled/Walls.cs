using System.Reflection;
using System.Text.RegularExpressions;
using ArchUnitNET.Loader;
using Suiying.Architecture.House;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Suiying.Architecture.Compiled;

/// <summary>Modules know of each other only what Contracts say; engines know nothing but C#.</summary>
public sealed class Walls
{
    private static readonly ArchUnitNET.Domain.Architecture Fixtures = new ArchLoader().LoadAssemblies(typeof(Walls).Assembly).Build();

    private const string Alpha = "Suiying.Architecture.Fixtures.Alpha";
    private const string Beta = "Suiying.Architecture.Fixtures.Beta";

    [Fact]
    public void The_modules_that_the_compiler_sees_are_those_that_the_folders_show()
    {
        var seen = Code.ModuleTypes.Select(t => "src/" + t.Name[..^"Module".Length]).Order(StringComparer.Ordinal).ToList();
        Assert.Equal(SourceTree.Real.Modules, seen);
        Assert.NotEmpty(seen);
    }

    [Fact]
    public void No_module_touches_a_type_of_another() => Verdict.None(Crossings(Code.Architecture, [.. Code.Modules.Select(Code.Name)]));

    [Fact]
    public void A_module_that_touches_another_is_found() =>
        Assert.Contains(Crossings(Fixtures, [Alpha, Beta]), crossing => crossing.Contains("Alpha", StringComparison.Ordinal));

    [Fact]
    public void Neither_kernel_contracts_nor_engines_touch_a_module() =>
        Verdict.None(
            Touching(Code.Architecture, ["Suiying.Kernel", "Suiying.Contracts", "Suiying.Engines"], [.. Code.Modules.Select(Code.Name)])
        );

    [Fact]
    public void A_foundation_that_touches_a_module_is_found() => Assert.NotEmpty(Touching(Fixtures, [Alpha], [Beta]));

    [Fact]
    public void An_engine_is_linked_to_the_framework_alone()
    {
        Assert.NotEmpty(Code.Engines);
        Verdict.None(Code.Engines.SelectMany(Foreign));
    }

    [Fact]
    public void An_engine_that_is_linked_to_more_is_found() =>
        Assert.Contains(Foreign(Code.Named("Suiying.Kernel")), link => link.Contains("EntityFrameworkCore", StringComparison.Ordinal));

    private static IEnumerable<string> Crossings(ArchUnitNET.Domain.Architecture code, IReadOnlyList<string> modules) =>
        modules.SelectMany(module => Touching(code, [module], [.. modules.Where(other => other != module)]));

    private static IEnumerable<string> Touching(
        ArchUnitNET.Domain.Architecture code,
        IReadOnlyList<string> from,
        IReadOnlyList<string> to
    ) =>
        to.Count == 0
            ? []
            : Types()
                .That()
                .ResideInNamespaceMatching(Any(from))
                .Should()
                .NotDependOnAny(Types().That().ResideInNamespaceMatching(Any(to)))
                .WithoutRequiringPositiveResults()
                .Evaluate(code)
                .Where(result => !result.Passed)
                .Select(result => result.Description);

    private static string Any(IEnumerable<string> namespaces) => $@"^({string.Join('|', namespaces.Select(Regex.Escape))})(\.|$)";

    private static IEnumerable<string> Foreign(Assembly assembly) =>
        assembly
            .GetReferencedAssemblies()
            .Select(reference => reference.Name!)
            .Where(name => !name.StartsWith("System.", StringComparison.Ordinal) && name is not ("System" or "netstandard" or "mscorlib"))
            .Select(name => $"{Code.Name(assembly)} → {name}");
}
