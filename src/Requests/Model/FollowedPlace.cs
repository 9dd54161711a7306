namespace Suiying.Requests.Model;

/// <summary>
/// 关注的地方: where a resident wants to hear of what is public. Which place it is stands encrypted; nobody but the person is shown
/// that they follow it, and it goes with their identity.
/// </summary>
public sealed class FollowedPlace
{
    /// <summary>示例</summary>
    public const int Most = 5;

    public const int LongestName = 20;

    /// <summary>How long a stopped one can be had back.</summary>
    public static readonly TimeSpan UndoFor = TimeSpan.FromDays(1);

    /// <summary>Metres around the point, to choose from; 示例.</summary>
    public static IReadOnlyList<int> Radii { get; } = [1000, 2000, 5000];

    private FollowedPlace() { }

    public FollowedPlace(Guid person, long serial, DateTimeOffset at)
    {
        (Id, PersonId) = (Guid.CreateVersion7(at), person);
        See(serial, at);
    }

    public Guid Id { get; private set; }

    /// <summary>The sealed person.</summary>
    public Guid PersonId { get; private set; }

    /// <summary>A <see cref="FollowedContent"/>, encrypted.</summary>
    public string Content { get; private set; } = "";

    /// <summary>Requests up to this serial are not new here.</summary>
    public long SeenSerial { get; private set; }

    /// <summary>Results up to then are not new here.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public DateTimeOffset? StoppedAt { get; private set; }

    internal void Keep(string content) => Content = content;

    /// <summary>The person has looked at what there was; never takes back an earlier look.</summary>
    internal void See(long serial, DateTimeOffset at)
    {
        SeenSerial = Math.Max(SeenSerial, serial);
        SeenAt = at > SeenAt ? at : SeenAt;
    }

    internal void Stop(DateTimeOffset at) => StoppedAt ??= at;

    internal void Resume() => StoppedAt = null;
}

/// <summary>Which place is followed.</summary>
public sealed record FollowedContent
{
    /// <summary>What the person calls it.</summary>
    public required string Name { get; init; }

    /// <summary>Code of the area that the person chose.</summary>
    public required string Area { get; init; }

    /// <summary>WGS-84 degrees; where the browser gave none, the area's own point, and null where it has none.</summary>
    public double? Longitude { get; init; }

    public double? Latitude { get; init; }

    public required int Metres { get; init; }

    /// <summary>One of the topmost categories; null means all.</summary>
    public string? Category { get; init; }

    public override string ToString() => "FollowedContent(sealed)";
}

/// <summary>关注已满</summary>
public sealed record TooManyFollowed()
    : Refusal(RefusalKind.Conflict, "too_many_followed", $"最多关注{FollowedPlace.Most}个地方。请先停止一个，再关注新的。");
