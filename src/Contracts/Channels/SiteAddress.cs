namespace Suiying.Contracts.Channels;

/// <summary>
/// 网址: under which address residents reach the city, as <c>SUIYING_ADDRESS</c> says; left out, messages carry no links.
/// </summary>
public sealed class SiteAddress
{
    private readonly string? address;

    /// <exception cref="InvalidOperationException">The address is none that a browser opens; said at the start, not on a resident's phone.</exception>
    public SiteAddress(string? given)
    {
        if (string.IsNullOrEmpty(given))
            return;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var whole) || whole.Scheme is not ("https" or "http") || whole.Query.Length > 0)
            throw new InvalidOperationException(
                $"SUIYING_ADDRESS 写的是“{given}”，应是居民打开本系统的网址，例如 https://12345.example.gov 。"
            );
        address = given.TrimEnd('/');
    }

    public bool IsKnown => address is not null;

    /// <summary>The whole address of a path; null where no address is known.</summary>
    public string? Of(string path) => address is null ? null : address + path;
}
