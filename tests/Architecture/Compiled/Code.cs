using System.Reflection;
using Suiying.Kernel;

namespace Suiying.Architecture.Compiled;

/// <summary>The compiled house: assemblies found beside this one, modules found by what they implement.</summary>
public static class Code
{
    private static readonly Lazy<IReadOnlyList<Assembly>> Loaded = new(() =>
        [
            .. Directory
                .EnumerateFiles(AppContext.BaseDirectory, "Suiying.*.dll")
                .Select(path => Assembly.Load(Path.GetFileNameWithoutExtension(path)))
                .Where(assembly => assembly != typeof(Code).Assembly)
                .OrderBy(assembly => assembly.GetName().Name, StringComparer.Ordinal),
        ]
    );

    private static readonly Lazy<ArchUnitNET.Domain.Architecture> Graph = new(() =>
        new ArchUnitNET.Loader.ArchLoader().LoadAssemblies([.. Assemblies]).Build()
    );

    public static IReadOnlyList<Assembly> Assemblies => Loaded.Value;

    /// <summary>Every type and what it depends on, method bodies included.</summary>
    public static ArchUnitNET.Domain.Architecture Architecture => Graph.Value;

    public static IReadOnlyList<Type> ModuleTypes =>
        [
            .. Assemblies
                .SelectMany(a => a.GetExportedTypes())
                .Where(t => typeof(IModule).IsAssignableFrom(t) && t is { IsClass: true, IsAbstract: false }),
        ];

    public static IReadOnlyList<Assembly> Modules => [.. ModuleTypes.Select(t => t.Assembly)];

    public static IReadOnlyList<Assembly> Engines =>
        [.. Assemblies.Where(a => Name(a).StartsWith("Suiying.Engines.", StringComparison.Ordinal))];

    public static Assembly Named(string name) => Assemblies.Single(a => Name(a) == name);

    public static string Name(Assembly assembly) => assembly.GetName().Name!;
}
