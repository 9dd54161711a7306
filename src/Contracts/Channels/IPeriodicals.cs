using Suiying.Kernel;

namespace Suiying.Contracts.Channels;

/// <summary>定期文件: what comes out again and again, to which members of staff subscribe. A module offers one by registering it.</summary>
/// <param name="Key">Stable, as <c>scores.daily</c>.</param>
/// <param name="Name">In Chinese.</param>
/// <param name="When">When it comes out, in Chinese.</param>
/// <param name="Readers">Who may read it, and so subscribe.</param>
public sealed record Periodical(string Key, string Name, string When, IReadOnlyList<Role> Readers);

/// <summary>一期: one issue that has come out. It goes over the net, so it holds nothing of a person.</summary>
public sealed record PeriodicalIssue
{
    /// <summary>The same at every repetition, so that nobody is told twice.</summary>
    public required Guid Id { get; init; }

    /// <summary>Of which periodical.</summary>
    public required Periodical Of { get; init; }

    /// <summary>In the city's language.</summary>
    public required string Title { get; init; }

    /// <summary>A few sentences with what matters most, in the city's language.</summary>
    public required string Summary { get; init; }

    /// <summary>The page on which it is read, such as /desk/scores/daily?day=2026-11-18.</summary>
    public required string Path { get; init; }
}

/// <summary>The one door by which an issue reaches those who subscribed and may still read it.</summary>
public interface IPeriodicals
{
    /// <summary>Keeps a message for each subscriber; published twice, it is told once.</summary>
    Task Publish(PeriodicalIssue issue, CancellationToken ct);
}
