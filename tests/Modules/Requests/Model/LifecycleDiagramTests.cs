using System.Text;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>The diagram in the module's README is the table and nothing else.</summary>
public sealed class LifecycleDiagramTests
{
    private const string Fence = "```";

    [Fact]
    public void The_diagram_in_the_readme_is_the_table()
    {
        var (expected, written) = (Diagram(), Written());
        Assert.True(expected == written, $"src/Requests/README.md must hold this diagram:\n{expected}");
    }

    private static string Diagram()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in Enum.GetValues<RequestState>())
            text.Append(null, $"    {state} : {RequestTexts.Of(state)}\n");
        text.Append(null, $"    [*] --> {RequestState.Registered} : {RequestTexts.Of(RequestAction.Register)}\n");
        foreach (var arrow in RequestLifecycle.Rows.GroupBy(r => (r.From, r.To)).OrderBy(g => g.Key))
            text.Append(
                null,
                $"    {arrow.Key.From} --> {arrow.Key.To} : {string.Join('、', arrow.Select(r => RequestTexts.Of(r.Action)))}\n"
            );
        foreach (var state in Enum.GetValues<RequestState>().Where(RequestLifecycle.IsFinal))
            text.Append(null, $"    {state} --> [*]\n");
        return text.ToString();
    }

    private static string Written()
    {
        using var file = typeof(LifecycleDiagramTests).Assembly.GetManifestResourceStream("requests/README.md")!;
        using var reader = new StreamReader(file);
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split(Fence + "mermaid\n");
        return parts.Length == 2 ? parts[1].Split(Fence)[0] : "";
    }
}
