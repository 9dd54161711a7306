using System.Text.RegularExpressions;
using Suiying.Architecture.House;

namespace Suiying.Architecture.Files;

/// <summary>What is written for people: the glossary and the pages of documentation.</summary>
public static partial class Papers
{
    public static FileRule The_glossary_has_every_name_of_the_models { get; } =
        new(
            tree =>
            {
                if (!tree.Has("GLOSSARY.md"))
                    return ["There is no GLOSSARY.md."];
                var known = tree.Lines("GLOSSARY.md")
                    .Where(line => Chinese().IsMatch(line))
                    .SelectMany(line => Word().Matches(line))
                    .Select(m => m.Value);
                var words = known.ToHashSet();
                return Names(tree)
                    .Where(n => !words.Contains(n.Name))
                    .Select(n => $"{n.Name} ({n.Path}) is not in GLOSSARY.md with its Chinese term.");
            },
            SourceTree.Of(
                Features.Module,
                ("GLOSSARY.md", "| 诉求 | `ServiceRequest` |\n| | `TicketNumber` |"),
                ("src/Requests/Model/ServiceRequest.cs", "public sealed class ServiceRequest;"),
                ("src/Requests/Model/TicketNumber.cs", "public readonly record struct TicketNumber;")
            ),
            "TicketNumber"
        );

    public static FileRule Every_link_between_pages_leads_somewhere { get; } =
        new(
            tree =>
                tree.Under("", ".md")
                    .SelectMany(page =>
                        Link().Matches(tree.Text(page)).Select(m => (Page: page, Target: m.Groups[1].Value + m.Groups[2].Value))
                    )
                    .Where(link => !Elsewhere().IsMatch(link.Target) && !tree.Has(Resolve(link.Page, link.Target)))
                    .Select(link => $"{link.Page} → {link.Target}"),
            SourceTree.Of(("README.md", "[a](docs/a.md) ![b](docs/b.png)"), ("docs/a.md", "[up](../README.md#top)")),
            "docs/b.png"
        );

    private static IEnumerable<(string Name, string Path)> Names(SourceTree tree) =>
        tree
            .Modules.SelectMany(m => tree.Under($"{m}/Model/", ".cs"))
            // A refusal carries its Chinese sentence itself, and Texts only names the resources; static classes are tools, not things.
            .Where(p => !p.EndsWith("/Refusals.cs", StringComparison.Ordinal) && !p.EndsWith("/Texts.cs", StringComparison.Ordinal))
            .SelectMany(p => Public().Matches(tree.Text(p)).Select(m => (m.Groups[1].Value, p)))
            .DistinctBy(n => n.Value);

    private static string Resolve(string page, string target)
    {
        var parts = target.StartsWith('/') ? [] : page.Split('/')[..^1].ToList();
        foreach (var step in Uri.UnescapeDataString(target.Split('#')[0]).Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (step == ".." && parts.Count > 0)
                parts.RemoveAt(parts.Count - 1);
            else if (step != ".")
                parts.Add(step);
        }
        return string.Join('/', parts);
    }

    [GeneratedRegex(@"^(?:[a-z]+:|#|$)")]
    private static partial Regex Elsewhere();

    [GeneratedRegex(@"\]\(([^)\s]+)[^)]*\)|<(?:img|source)[^>]*\bsrc=""([^""]+)""")]
    private static partial Regex Link();

    [GeneratedRegex(@"\p{IsCJKUnifiedIdeographs}")]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\w+")]
    private static partial Regex Word();

    [GeneratedRegex(
        @"^public (?:(?:sealed|abstract|partial|readonly) )*(?:class|struct|interface|enum|record(?: struct| class)?) (\w+)",
        RegexOptions.Multiline
    )]
    private static partial Regex Public();
}
