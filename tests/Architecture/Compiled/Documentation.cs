using System.Xml.Linq;
using Suiying.Architecture.House;

namespace Suiying.Architecture.Compiled;

/// <summary>What modules and other programs build on says what it means.</summary>
public sealed class Documentation
{
    public static TheoryData<string> Public =>
        [
            .. Code
                .Assemblies.Select(Code.Name)
                .Where(n => n is "Suiying.Kernel" or "Suiying.Contracts" || n.StartsWith("Suiying.Engines.", StringComparison.Ordinal)),
        ];

    [Theory, MemberData(nameof(Public))]
    public void Every_public_type_says_what_it_means(string assembly)
    {
        var documentation = XDocument.Load(Path.Combine(AppContext.BaseDirectory, assembly + ".xml"));
        Verdict.None(Silent(Code.Named(assembly).GetExportedTypes(), documentation));
    }

    [Fact]
    public void A_type_that_says_nothing_is_found() =>
        Assert.Equal(
            ["System.Net.Cookie"],
            Silent(
                [typeof(Uri), typeof(System.Net.Cookie)],
                XDocument.Parse(
                    """<d><member name="T:System.Uri"><summary>A</summary></member><member name="T:System.Net.Cookie"><summary> </summary></member></d>"""
                )
            )
        );

    private static IEnumerable<string> Silent(IEnumerable<Type> types, XDocument documentation)
    {
        var said = documentation
            .Descendants("member")
            .Where(member => member.Element("inheritdoc") is not null || !string.IsNullOrWhiteSpace(member.Element("summary")?.Value))
            .Select(member => member.Attribute("name")?.Value)
            .ToHashSet();
        // C# 14 extension blocks compile to nested types that nobody can name.
        return types
            .Where(t => !t.FullName!.Contains('<', StringComparison.Ordinal))
            .Select(t => t.FullName!.Replace('+', '.'))
            .Where(name => !said.Contains("T:" + name));
    }
}
