using System.Net;
using Suiying.Engines.Clock;

namespace Suiying.Knowledge.Model;

/// <summary>纠错频次: how often one client may report an error in a minute. This machine's own address is nobody, as with other limits.</summary>
public sealed class ReportLimit(TimeProvider time)
{
    public const int Most = 5;

    private readonly CallWindow window = new(time);

    /// <summary>The seconds to wait, or null.</summary>
    public int? Count(IPAddress? from) => from is null || IPAddress.IsLoopback(from) ? null : window.Count(from.ToString(), Most);
}
