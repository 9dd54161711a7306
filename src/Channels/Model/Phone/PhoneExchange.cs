namespace Suiying.Channels.Model.Phone;

/// <summary>话务平台 (CTI): the telephone system that tells of calls.</summary>
public sealed class PhoneExchange : ConnectedProgram
{
    public const int LongestAddress = 300;

    private PhoneExchange() { }

    public PhoneExchange(Guid id, string name, Uri? recordings, Actor by, DateTimeOffset at)
        : base(id, name, by, at) => Recordings = recordings?.AbsoluteUri;

    /// <summary>Address under which recordings are found; null where there are none.</summary>
    public string? Recordings { get; private set; }

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
