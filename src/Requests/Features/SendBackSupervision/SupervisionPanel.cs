using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

/// <summary>A panel of 督办 or 批示: which of the open ones, and by when the unit answers.</summary>
public abstract class SupervisionPanel : DecisionPanel
{
    /// <summary>As the field holds it; empty leaves it to the city's rule.</summary>
    protected string? Due { get; set; }

    protected Guid? Which { get; set; }

    protected override string Ask => T["请选择解除或退回。"];

    /// <summary>The open ones in which one of these steps is next for this actor.</summary>
    protected IReadOnlyList<Supervision> Open(params RequestAction[] actions) =>
        [.. actions.SelectMany(a => Detail.Request.SupervisionNext(a, By)).DistinctBy(s => s.Id)];

    /// <summary>False where the field holds no time; the problem then stands beside it.</summary>
    protected bool Limit(out DateTimeOffset? due)
    {
        due = null;
        if (string.IsNullOrEmpty(Due))
            return true;
        if (!Moment(Due, out var at))
        {
            Refuse("due", T["回复期限要写成日期和时间。"]);
            return false;
        }
        due = at;
        return true;
    }

    protected override Task Accept() => Task.CompletedTask;

    protected override Task Reject() => Task.CompletedTask;
}
