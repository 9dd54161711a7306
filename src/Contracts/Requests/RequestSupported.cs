using System.Text.Json.Serialization;
using Suiying.Kernel.Events;

namespace Suiying.Contracts.Requests;

/// <summary>我也遇到: somebody met the same as a public request tells of, or took that back. Never who.</summary>
public sealed record RequestSupported : IEvent
{
    public static string Name => "requests.supported";

    /// <summary>Which request.</summary>
    [JsonConverter(typeof(RequestIdJson))]
    public required RequestId Request { get; init; }

    /// <summary>1 for a supporter more, −1 for one less.</summary>
    public required int Change { get; init; }

    /// <summary>When.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>When the request was registered.</summary>
    public required DateTimeOffset RegisteredAt { get; init; }

    string IEvent.Aggregate => Request.Value.ToString();
}
