namespace Suiying.Channels.Model.Phone;

/// <summary>话务平台 (CTI): the telephone system that tells of calls. Its signing secret is kept encrypted, because signatures are checked with it.</summary>
public sealed class PhoneExchange
{
    public const int LongestName = 60;
    public const int LongestReason = 200;
    public const int LongestAddress = 300;

    private PhoneExchange() { }

    public PhoneExchange(Guid id, string name, Uri? recordings, Actor by, DateTimeOffset at) =>
        (Id, Name, Recordings, CreatedBy, CreatedAt) = (id, name, recordings?.AbsoluteUri, by.Name, at);

    public Guid Id { get; private set; }

    public string Name { get; private set; } = "";

    /// <summary>Encrypted.</summary>
    public string Secret { get; private set; } = "";

    /// <summary>Address under which recordings are found; null where there are none.</summary>
    public string? Recordings { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public string CreatedBy { get; private set; } = "";

    public DateTimeOffset? RevokedAt { get; private set; }

    public string? RevokedBy { get; private set; }

    public string? RevokedBecause { get; private set; }

    /// <summary>When the last event came.</summary>
    public DateTimeOffset? HeardAt { get; private set; }

    /// <summary>What was wrong with the last event that had something wrong.</summary>
    public string? Problem { get; private set; }

    public DateTimeOffset? ProblemAt { get; private set; }

    public void Keep(string encrypted) => Secret = encrypted;

    public void Revoke(string reason, Actor by, DateTimeOffset at) => (RevokedAt, RevokedBy, RevokedBecause) = (at, by.Name, reason);

    /// <summary>Notes an event, not oftener than each minute: a call is several of them.</summary>
    public void Heard(DateTimeOffset at)
    {
        if (HeardAt is null || at - HeardAt > TimeSpan.FromMinutes(1))
            HeardAt = at;
    }

    public void Note(string problem, DateTimeOffset at) => (Problem, ProblemAt) = (problem, at);

    /// <summary>A file name or a relative path: an event may not lead anybody to another machine.</summary>
    public static bool IsRecordingName(string text) =>
        text[0] != '/'
        && !text.Contains("..", StringComparison.Ordinal)
        && !text.Contains("//", StringComparison.Ordinal)
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_' or '.' or '/' or '=');

    /// <summary>Where a recording is; null where the exchange has none.</summary>
    public Uri? AddressOf(string? recording) =>
        Recordings is null || recording is null
            ? null
            : new Uri(new Uri(Recordings.EndsWith('/') ? Recordings : Recordings + "/"), recording);
}
