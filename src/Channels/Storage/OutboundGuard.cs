using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Configuration;

namespace Suiying.Channels.Storage;

/// <summary>
/// Keeps addresses that others name out of the house: https to public addresses only, asked again at each connection, since a name may point
/// elsewhere tomorrow. <c>SUIYING_WEBHOOK_ALLOW</c> names networks that are open nevertheless, such as those of the city's own computers.
/// </summary>
public sealed class OutboundGuard
{
    // Not for the public by IANA's registries of special-purpose addresses; the last three lead into IPv4.
    private static readonly IPNetwork[] Closed =
    [
        .. "0.0.0.0/8 10.0.0.0/8 100.64.0.0/10 127.0.0.0/8 169.254.0.0/16 172.16.0.0/12 192.0.0.0/24 192.0.2.0/24 192.88.99.0/24 192.168.0.0/16 198.18.0.0/15 198.51.100.0/24 203.0.113.0/24 224.0.0.0/4 240.0.0.0/4 ::/96 fc00::/7 fe80::/10 fec0::/10 ff00::/8 100::/64 2001:db8::/32 64:ff9b::/96 64:ff9b:1::/48 2002::/16 2001::/32"
            .Split(' ')
            .Select(IPNetwork.Parse),
    ];

    private readonly IPNetwork[] open;

    /// <exception cref="InvalidOperationException">Something that is no network; said at the start.</exception>
    public OutboundGuard(IConfiguration configuration) =>
        open = [
            .. (configuration["SUIYING_WEBHOOK_ALLOW"] ?? "")
                .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(Network),
        ];

    public bool Allows(IPAddress address)
    {
        var plain = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
        return open.Any(n => n.Contains(plain)) || !Closed.Any(n => n.Contains(plain));
    }

    /// <summary>What is wrong with an address that somebody names; null where messages may go there.</summary>
    public async Task<FieldProblem?> Problem(string text, CancellationToken ct)
    {
        if (!Uri.TryCreate(text, UriKind.Absolute, out var address) || address.UserInfo.Length > 0 || address.Fragment.Length > 0)
            return new FieldProblem("address", "请填完整的网址，不带用户名和密码，例如 https://app.example.com/hook 。");
        if (address.Scheme != Uri.UriSchemeHttps && !(address.Scheme == Uri.UriSchemeHttp && IsOpenLoopback(address)))
            return new FieldProblem("address", "网址应以 https:// 开头。");
        try
        {
            var found = await Dns.GetHostAddressesAsync(address.IdnHost, ct);
            return found.Length > 0 && found.All(Allows)
                ? null
                : new FieldProblem(
                    "address",
                    "这个网址指向内部网络，不能推送；确需推送到内网的，请运维人员在 SUIYING_WEBHOOK_ALLOW 里写明网段。"
                );
        }
        catch (Exception problem) when (problem is SocketException or ArgumentException)
        {
            return new FieldProblem("address", "查不到这个主机，请检查网址。");
        }
    }

    /// <summary>Connects to nothing else, whatever the name says at that moment; follows no redirect and uses no proxy.</summary>
    public SocketsHttpHandler Handler() =>
        new()
        {
            AllowAutoRedirect = false,
            UseProxy = false,
            UseCookies = false,
            ConnectTimeout = TimeSpan.FromSeconds(10),
            PooledConnectionLifetime = TimeSpan.FromMinutes(5),
            ConnectCallback = Connect,
        };

    private async ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken ct)
    {
        var found = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, ct);
        if (found.Length == 0 || !found.All(Allows))
            throw new HttpRequestException("The address leads into the house.");
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(found, context.DnsEndPoint.Port, ct);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }

    private bool IsOpenLoopback(Uri address) =>
        IPAddress.TryParse(address.Host.Trim('[', ']'), out var literal)
        && IPAddress.IsLoopback(literal)
        && open.Any(n => n.Contains(literal));

    private static IPNetwork Network(string text) =>
        IPNetwork.TryParse(text, out var network) ? network
        : IPAddress.TryParse(text, out var one) ? new IPNetwork(one, one.AddressFamily == AddressFamily.InterNetwork ? 32 : 128)
        : throw new InvalidOperationException($"SUIYING_WEBHOOK_ALLOW 里的“{text}”不是网段，例如 10.20.0.0/16 。");
}
