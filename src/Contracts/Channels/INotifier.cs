using Suiying.Contracts.People;

namespace Suiying.Contracts.Channels;

/// <summary>What happened to a person's matter. Holds nothing that is sealed: numbers, states and names of units.</summary>
public sealed record Telling
{
    /// <summary>The same at every repetition, so that the person is told once.</summary>
    public required Guid Id { get; init; }

    public required PersonId Person { get; init; }

    public required MessageEvent Event { get; init; }

    /// <summary>The number under which the opening of the identity is logged.</summary>
    public required string Matter { get; init; }

    public MessageFacts Facts { get; init; } = new();
}

/// <summary>What the words of a message may say.</summary>
public sealed record MessageFacts
{
    public string? Number { get; init; }

    /// <summary>Name of the handling unit; null where it may not be named.</summary>
    public string? Unit { get; init; }

    /// <summary>Number of the request from which this one was split.</summary>
    public string? From { get; init; }

    /// <summary>Where the person answers by one press.</summary>
    public string? Rate { get; init; }

    /// <summary>Title of an issue to which a member of staff subscribed.</summary>
    public string? Title { get; init; }

    /// <summary>What matters most in it.</summary>
    public string? Summary { get; init; }

    /// <summary>Where it is read; null for the page of one's own matters.</summary>
    public string? Path { get; init; }
}

/// <summary>
/// The one door by which a module has a person told: templates, channels, the person's wishes and quiet hours are behind it. What
/// is told is kept until it has gone out.
/// </summary>
public interface INotifier
{
    /// <summary>Keeps what is to be sent by each channel that the person wants; told twice, it is kept once.</summary>
    Task Tell(Telling happened, CancellationToken ct);
}
