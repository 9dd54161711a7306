using System.Text.Json;
using Suiying.Contracts.Channels;

namespace Suiying.Channels.Model.Messages;

/// <summary>消息状态</summary>
public enum NoticeState
{
    /// <summary>待发</summary>
    Waiting,

    /// <summary>已发: handed to the gateway, the mail server or the push service.</summary>
    Sent,

    /// <summary>发不出去: tried often enough, or refused for good. Can be sent again by hand.</summary>
    Dead,

    /// <summary>不用发: the person has no such address any more, or does not want it.</summary>
    Dropped,
}

/// <summary>待发消息: one event for one person on one channel. Knows no address and no words: both are found when it goes out.</summary>
public sealed class OutgoingNotice
{
    public const int LongestProblem = 200;

    private OutgoingNotice() { }

    public OutgoingNotice(Guid id, Telling happened, MessageChannel channel, DateTimeOffset at)
    {
        (Id, PersonId, Event, Channel, Matter) = (id, happened.Person.Value, happened.Event, channel, happened.Matter);
        (Facts, CreatedAt, DueAt) = (JsonSerializer.Serialize(happened.Facts), at, at);
    }

    /// <summary>The same for whoever receives it, however often it is sent.</summary>
    public Guid Id { get; private set; }

    public Guid PersonId { get; private set; }

    public MessageEvent Event { get; private set; }

    public MessageChannel Channel { get; private set; }

    public string Matter { get; private set; } = "";

    /// <summary>JSON of <see cref="MessageFacts"/>; emptied once it has gone out.</summary>
    public string Facts { get; private set; } = "";

    public NoticeState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>Not before; while it is being sent, when somebody else may try.</summary>
    public DateTimeOffset DueAt { get; private set; }

    /// <summary>True where it waits to be told with others in one message.</summary>
    public bool Gathered { get; private set; }

    public int Attempts { get; private set; }

    public string? Problem { get; private set; }

    public DateTimeOffset? DoneAt { get; private set; }

    public MessageFacts Told => Facts.Length == 0 ? new MessageFacts() : JsonSerializer.Deserialize<MessageFacts>(Facts)!;

    public void Wait(DateTimeOffset until, bool gathered) => (DueAt, Gathered) = (until, gathered);

    public void Sent(DateTimeOffset at) => (State, DoneAt, Problem, Facts) = (NoticeState.Sent, at, null, "");

    public void Drop(string why, DateTimeOffset at) => (State, DoneAt, Problem, Facts) = (NoticeState.Dropped, at, why, "");

    /// <summary>Tried again later, or dead where no pause is left.</summary>
    public void Fail(string problem, bool forGood, IReadOnlyList<TimeSpan> pauses, DateTimeOffset at)
    {
        Problem = problem.Length > LongestProblem ? problem[..LongestProblem] : problem;
        if (forGood || Attempts > pauses.Count)
            (State, DoneAt) = (NoticeState.Dead, at);
        else
            DueAt = at + pauses[Attempts - 1];
    }

    /// <summary>重发: a dead one begins anew, under the same id.</summary>
    public void Replay(DateTimeOffset at)
    {
        if (State == NoticeState.Dead)
            (State, DueAt, DoneAt, Attempts) = (NoticeState.Waiting, at, null, 0);
    }
}
