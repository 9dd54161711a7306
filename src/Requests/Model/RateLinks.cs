using Microsoft.Extensions.Configuration;

namespace Suiying.Requests.Model;

/// <summary>
/// 短信链接: where the person of a message answers by one press. <c>SUIYING_ADDRESS</c> says under which address residents reach the city; left
/// out, messages carry no link.
/// </summary>
public sealed class RateLinks
{
    private readonly string? address;

    /// <exception cref="InvalidOperationException">The address is none that a browser opens; said at the start, not on a resident's phone.</exception>
    public RateLinks(IConfiguration configuration)
    {
        if (configuration["SUIYING_ADDRESS"] is not { Length: > 0 } given)
            return;
        if (!Uri.TryCreate(given, UriKind.Absolute, out var whole) || whole.Scheme is not ("https" or "http") || whole.Query.Length > 0)
            throw new InvalidOperationException(
                $"SUIYING_ADDRESS 写的是“{given}”，应是居民打开本系统的网址，例如 https://12345.example.gov 。"
            );
        address = given.TrimEnd('/');
    }

    /// <summary>The link to the page of this request; null where there is nothing to answer, or no address is known.</summary>
    public string? To(ServiceRequest request) =>
        address is null || request.RateToken is null ? null : $"{address}/rate/{request.RateToken}";
}
