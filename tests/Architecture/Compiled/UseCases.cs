using System.Reflection;
using Suiying.Architecture.Fixtures.Beta;
using Suiying.Architecture.House;
using Suiying.Kernel;

namespace Suiying.Architecture.Compiled;

/// <summary>What STYLE.md says of a use case.</summary>
public sealed class UseCases
{
    private const int Dependencies = 5;
    private const int Members = 7;

    [Fact]
    public void Every_use_case_has_the_form_that_all_have()
    {
        var useCases = Code.Modules.SelectMany(Of).ToList();
        Assert.NotEmpty(useCases);
        Verdict.None(useCases.SelectMany(Faults));
    }

    [Theory]
    [InlineData(typeof(OpenThing), "not sealed")]
    [InlineData(typeof(CountThing), "no Run")]
    [InlineData(typeof(CloseThing), "Task<Outcome<…>>")]
    [InlineData(typeof(MoveThing), "6 dependencies")]
    [InlineData(typeof(SplitThing), "8 members")]
    [InlineData(typeof(MergeThing), "base class or interface")]
    public void A_use_case_of_another_form_is_found(Type useCase, string fault) =>
        Assert.Contains(Faults(useCase), f => f.Contains(fault, StringComparison.Ordinal));

    [Fact]
    public void A_use_case_of_the_right_form_passes() => Assert.Empty(Faults(typeof(KeepThing)));

    private static IEnumerable<Type> Of(Assembly module)
    {
        var names = SourceTree
            .Real.Modules.Where(folder => $"Suiying.{folder.Split('/')[1]}" == Code.Name(module))
            .SelectMany(folder => SourceTree.Real.Under($"{folder}/Features/", ".cs").Select(p => p.Split('/')[3]))
            .ToHashSet();
        return module.GetExportedTypes().Where(t => t is { IsClass: true, IsNested: false } && names.Contains(t.Name));
    }

    private static IEnumerable<string> Faults(Type useCase)
    {
        if (!useCase.IsSealed)
            yield return $"{useCase.Name} is not sealed.";
        if (useCase.BaseType != typeof(object) || useCase.GetInterfaces().Length > 0)
            yield return $"{useCase.Name} has a base class or interface.";
        var runs = useCase.GetMethods().Where(m => m.Name == "Run").ToList();
        if (runs.Count == 0)
            yield return $"{useCase.Name} has no Run.";
        // What asks who acts can refuse; only what anybody may read answers without an outcome.
        if (runs.Any(run => !IsOutcome(run.ReturnType) && run.GetParameters().Any(p => p.ParameterType == typeof(Actor))))
            yield return $"{useCase.Name}.Run takes an actor but does not return Task<Outcome<…>>.";
        if (runs.Any(run => !typeof(Task).IsAssignableFrom(run.ReturnType)))
            yield return $"{useCase.Name}.Run does not return a Task.";
        if (useCase.GetConstructors().Max(c => c.GetParameters().Length) is var needs and > Dependencies)
            yield return $"{useCase.Name} has {needs} dependencies, at most {Dependencies}.";
        if (useCase.GetNestedType("Command") is { } command && command.GetProperties().Length is var members and > Members)
            yield return $"{useCase.Name}.Command has {members} members, at most {Members}.";
    }

    private static bool IsOutcome(Type type) =>
        type.IsGenericType
        && type.GetGenericTypeDefinition() == typeof(Task<>)
        && type.GetGenericArguments()[0] is { IsGenericType: true } outcome
        && outcome.GetGenericTypeDefinition() == typeof(Outcome<>);
}
