using System.Reflection;
using Suiying.Architecture.House;

namespace Suiying.Architecture.Files;

/// <summary>Runs every <see cref="FileRule"/> of this assembly on the repository, and on the tree that must break it.</summary>
public sealed class FileRulesHold
{
    private static readonly Dictionary<string, FileRule> Rules = typeof(FileRulesHold)
        .Assembly.GetTypes()
        .SelectMany(type => type.GetProperties(BindingFlags.Static | BindingFlags.Public))
        .Where(property => property.PropertyType == typeof(FileRule))
        .ToDictionary(property => property.Name, property => (FileRule)property.GetValue(null)!);

    public static TheoryData<string> Names => [.. Rules.Keys.Order(StringComparer.Ordinal)];

    [Theory, MemberData(nameof(Names))]
    public void The_repository_keeps(string rule) => Verdict.None(Rules[rule].Violations(SourceTree.Real));

    [Theory, MemberData(nameof(Names))]
    public void A_tree_that_breaks_it_is_found(string rule) =>
        Assert.Contains(Rules[rule].Violations(Rules[rule].Control), v => v.Contains(Rules[rule].Mention, StringComparison.Ordinal));
}
