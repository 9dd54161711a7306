using Microsoft.Extensions.Configuration;
using Suiying.Contracts.Channels;

namespace Suiying.Requests.Model;

/// <summary>
/// 短信链接: where the person of a message answers by one press. <c>SUIYING_ADDRESS</c> says under which address residents reach the city; left
/// out, messages carry no link.
/// </summary>
public sealed class RateLinks
{
    private readonly SiteAddress site;

    /// <exception cref="InvalidOperationException">The address is none that a browser opens; said at the start, not on a resident's phone.</exception>
    public RateLinks(IConfiguration configuration) => site = new SiteAddress(configuration["SUIYING_ADDRESS"]);

    /// <summary>The link to the page of this request; null where there is nothing to answer, or no address is known.</summary>
    public string? To(ServiceRequest request) => request.RateToken is null ? null : site.Of($"/rate/{request.RateToken}");
}
