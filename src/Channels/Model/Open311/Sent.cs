using Suiying.Contracts.Requests;

namespace Suiying.Channels.Model;

/// <summary>What may come along with a request or an update.</summary>
internal static class Sent
{
    private const int LongestLink = 1000;

    public static IReadOnlyList<IncomingPhoto> Photos(Input input) =>
        [.. input.Files.Where(f => f.Length > 0 || f.FileName.Length > 0).Select(f => new IncomingPhoto(f.FileName, f.OpenReadStream()))];

    /// <summary>A web address that is kept as text. The server never opens it: it may point into the house.</summary>
    public static string? Link(Input input)
    {
        if (input.Short("media_url", LongestLink) is not { } link)
            return null;
        var fit =
            Uri.TryCreate(link, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps);
        if (!fit || link.Any(char.IsWhiteSpace))
            input.Problem("media_url", "应为http或https开头的网址。");
        return link;
    }
}
