using System.Text;
using Suiying.Requests.Model;

namespace Suiying.Tests.Requests;

/// <summary>The diagram in the module's README is the table and nothing else.</summary>
public sealed class LifecycleDiagramTests
{
    private const string Fence = "```";

    private static readonly RequestAction[] Everywhere =
    [
        RequestAction.ClaimRight,
        RequestAction.EraseContent,
        RequestAction.MarkTextOnly,
        RequestAction.CarryTextOnly,
        .. RightsLifecycle.Actions,
    ];

    [Fact]
    public void The_diagram_in_the_readme_is_the_table() => Same(Diagram(), Written(1));

    [Fact]
    public void The_diagram_of_co_handling_is_its_table() =>
        Same(
            Side(
                s => RequestTexts.Of(s, CoKind.CoHandle),
                RequestAction.AskCoHandler,
                CoHandlingLifecycle.Rows.Select(r => (r.From, r.Action, r.To)),
                CoHandlingLifecycle.IsFinal
            ),
            Written(2)
        );

    [Fact]
    public void The_diagram_of_sub_dispatch_is_its_table() =>
        Same(
            Side<SubState>(
                RequestTexts.Of,
                RequestAction.SubDispatch,
                SubDispatchLifecycle.Rows.Select(r => (r.From, r.Action, r.To)),
                SubDispatchLifecycle.IsFinal
            ),
            Written(3)
        );

    [Fact]
    public void The_diagram_of_supervision_is_its_table() =>
        Same(
            Side<SupervisionState>(
                RequestTexts.Of,
                RequestAction.Supervise,
                SupervisionLifecycle.Rows.Select(r => (r.From, r.Action, r.To)),
                SupervisionLifecycle.IsFinal
            ),
            Written(4)
        );

    [Fact]
    public void The_diagram_of_claims_is_its_table() =>
        Same(
            Side<ClaimState>(
                RequestTexts.Of,
                RequestAction.ClaimRight,
                RightsLifecycle.Rows.Select(r => (r.From, r.Action, r.To)),
                RightsLifecycle.IsFinal
            ),
            Written(5)
        );

    [Fact]
    public void A_right_is_asked_for_and_answered_in_every_state() =>
        Assert.All(
            RightsLifecycle.Actions.Append(RequestAction.ClaimRight),
            action => Assert.All(Enum.GetValues<RequestState>(), state => Assert.Equal(state, RequestLifecycle.Find(state, action)?.To))
        );

    private static void Same(string expected, string written) =>
        Assert.True(expected == written, $"src/Requests/README.md must hold this diagram:\n{expected}");

    /// <summary>A machine that runs beside the request's own.</summary>
    private static string Side<TState>(
        Func<TState, string> word,
        RequestAction begins,
        IEnumerable<(TState From, RequestAction Action, TState To)> rows,
        Func<TState, bool> isFinal
    )
        where TState : struct, Enum
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in Enum.GetValues<TState>())
            text.Append(null, $"    {state} : {word(state)}\n");
        text.Append(null, $"    [*] --> {default(TState)} : {RequestTexts.Of(begins)}\n");
        foreach (var (from, action, to) in rows.OrderBy(r => r.From).ThenBy(r => r.To))
            text.Append(null, $"    {from} --> {to} : {RequestTexts.Of(action)}\n");
        foreach (var state in Enum.GetValues<TState>().Where(isFinal))
            text.Append(null, $"    {state} --> [*]\n");
        return text.ToString();
    }

    /// <summary>Without what may be done in every state and moves none.</summary>
    private static string Diagram()
    {
        var text = new StringBuilder("stateDiagram-v2\n");
        foreach (var state in Enum.GetValues<RequestState>())
            text.Append(null, $"    {state} : {RequestTexts.Of(state)}\n");
        text.Append(null, $"    [*] --> {RequestState.Registered} : {RequestTexts.Of(RequestAction.Register)}\n");
        foreach (
            var arrow in RequestLifecycle.Rows.Where(r => !Everywhere.Contains(r.Action)).GroupBy(r => (r.From, r.To)).OrderBy(g => g.Key)
        )
            text.Append(
                null,
                $"    {arrow.Key.From} --> {arrow.Key.To} : {string.Join('、', arrow.Select(r => RequestTexts.Of(r.Action)))}\n"
            );
        foreach (var state in Enum.GetValues<RequestState>().Where(RequestLifecycle.IsFinal))
            text.Append(null, $"    {state} --> [*]\n");
        return text.ToString();
    }

    private static string Written(int place)
    {
        using var file = typeof(LifecycleDiagramTests).Assembly.GetManifestResourceStream("requests/README.md")!;
        using var reader = new StreamReader(file);
        var parts = reader.ReadToEnd().ReplaceLineEndings("\n").Split(Fence + "mermaid\n");
        return place < parts.Length ? parts[place].Split(Fence)[0] : "";
    }
}
