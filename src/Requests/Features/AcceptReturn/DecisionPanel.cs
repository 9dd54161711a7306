namespace Suiying.Requests.Features;

/// <summary>A panel that asks for one of two decisions and a reason; each decision is a use case of its own.</summary>
public abstract class DecisionPanel : DeskPanel
{
    protected bool? Yes { get; private set; }

    protected string? Reason { get; set; }

    /// <summary>Said where nothing was chosen.</summary>
    protected abstract string Ask { get; }

    protected override void Restore(IReadOnlyDictionary<string, string> kept)
    {
        Reason = kept.GetValueOrDefault("reason");
        Yes = kept.TryGetValue("decision", out var before) ? before == "yes" : null;
    }

    protected Task Decide(bool yes)
    {
        Yes = yes;
        return Bench.Keep(Draft, "decision", yes ? "yes" : "no");
    }

    protected Task Send()
    {
        if (Yes is { } yes)
            return yes ? Accept() : Reject();
        Refuse("decision", Ask);
        return Task.CompletedTask;
    }

    protected abstract Task Accept();

    protected abstract Task Reject();
}
