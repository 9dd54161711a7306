namespace Suiying.Channels.Model.Phone;

/// <summary>通话事件种类</summary>
public enum CallEventKind
{
    /// <summary>queued: the caller asked for a person and waits.</summary>
    Queued,

    /// <summary>ringing: an agent's phone rings.</summary>
    Ringing,

    /// <summary>answered</summary>
    Answered,

    /// <summary>transferred: to another agent, or out of the hotline.</summary>
    Transferred,

    /// <summary>ended</summary>
    Ended,

    /// <summary>busy: all lines were taken and the caller was never in the queue.</summary>
    Busy,
}

/// <summary>What an exchange told of a call, read and found right.</summary>
public sealed record CallNotice
{
    public required CallEventKind Kind { get; init; }

    /// <summary>The exchange's own id of the call.</summary>
    public required string Call { get; init; }

    /// <summary>When it happened, by the exchange's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The caller's number in E.164; null where it is withheld or was told before.</summary>
    public string? From { get; init; }

    /// <summary>Sign-in name of the agent.</summary>
    public string? Agent { get; init; }

    /// <summary>Where a call went that left the hotline, such as 110.</summary>
    public string? To { get; init; }

    /// <summary>What the exchange calls the recording.</summary>
    public string? Recording { get; init; }

    /// <summary>Says nothing of the caller.</summary>
    public override string ToString() => $"CallNotice({Kind})";
}
