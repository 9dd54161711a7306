using System.Net;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

/// <summary>
/// How often one client may say 我也遇到 in a minute: a browser's token costs nothing, so its network address is what counts. As with other
/// limits, this machine's own address is nobody: it may be a proxy behind which everybody stands.
/// </summary>
public sealed class SupportLimit(TimeProvider time)
{
    public const int Most = 20;

    private readonly CallWindow window = new(time);

    public bool Spent(Guid? person, IPAddress? from)
    {
        var client = person?.ToString("N") ?? (from is null || IPAddress.IsLoopback(from) ? null : from.ToString());
        return client is not null && window.Count(client, Most) is not null;
    }
}
