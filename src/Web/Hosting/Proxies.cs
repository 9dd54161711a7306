using System.Net;
using Microsoft.AspNetCore.HttpOverrides;

namespace Suiying.Web.Hosting;

/// <summary>
/// The proxies in front of this server, from <c>SUIYING_PROXY</c>: addresses or networks, separated by commas. Only what these say about a
/// client's address is believed; without the setting nobody's word is.
/// </summary>
internal static class Proxies
{
    /// <exception cref="ArgumentException">A part of the setting is neither an address nor a network.</exception>
    public static void UseProxies(this WebApplication app)
    {
        var named = (app.Configuration["SUIYING_PROXY"] ?? "").Split(
            [',', ';'],
            StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries
        );
        if (named.Length == 0)
            return;
        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            // From the right up to the first address that is no proxy of ours: what stands left of it, anybody may have written.
            ForwardLimit = null,
        };
        options.KnownProxies.Clear();
        options.KnownIPNetworks.Clear();
        foreach (var part in named)
        {
            if (IPAddress.TryParse(part, out var address))
                options.KnownProxies.Add(address);
            else if (System.Net.IPNetwork.TryParse(part, out var network))
                options.KnownIPNetworks.Add(network);
            else
                throw new ArgumentException(
                    $"SUIYING_PROXY 中的“{part}”既不是地址也不是网段。应写成 127.0.0.1 或 10.0.0.0/8，用逗号分隔。"
                );
        }
        app.UseForwardedHeaders(options);
    }
}
