using Suiying.Channels.Model.Messages;

namespace Suiying.Channels.Model.Webhooks;

/// <summary>推送记录: one message to one address, until it was taken.</summary>
public sealed class WebhookDelivery
{
    public const int LongestProblem = 200;

    private WebhookDelivery() { }

    public WebhookDelivery(Guid id, Guid webhook, string type, string body, DateTimeOffset at) =>
        (Id, WebhookId, Type, Body, CreatedAt, DueAt) = (id, webhook, type, body, at, at);

    /// <summary>The same at every try.</summary>
    public Guid Id { get; private set; }

    public Guid WebhookId { get; private set; }

    public string Type { get; private set; } = "";

    /// <summary>As it is signed and sent: public fields only.</summary>
    public string Body { get; private set; } = "";

    public NoticeState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset DueAt { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>The last answer; null where there was none.</summary>
    public int? Status { get; private set; }

    public string? Problem { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    /// <summary>Sent once, outside the queue.</summary>
    public void Try() => Attempts++;

    public void Taken(int status, DateTimeOffset at) => (State, Status, Problem, DoneAt) = (NoticeState.Sent, status, null, at);

    public void Drop(string why, DateTimeOffset at) => (State, Problem, DoneAt) = (NoticeState.Dropped, why, at);

    public void Fail(int? status, string problem, IReadOnlyList<TimeSpan> pauses, DateTimeOffset at)
    {
        (Status, Problem) = (status, problem.Length > LongestProblem ? problem[..LongestProblem] : problem);
        if (Attempts > pauses.Count || pauses.Count == 0)
            (State, DoneAt) = (NoticeState.Dead, at);
        else
            DueAt = at + pauses[Attempts - 1];
    }
}
