using System.Diagnostics.Metrics;
using Suiying.Requests.Model;

namespace Suiying.Requests.Storage;

/// <summary>How many requests came and ended, for who watches the machine. What a city counts and publishes stands in <see cref="DayCounts"/>.</summary>
internal static class RequestMeasures
{
    private static readonly Meter Meter = new("Suiying.Requests");
    private static readonly Counter<long> Submitted = Meter.CreateCounter<long>("suiying.requests.submitted", "{request}");
    private static readonly Counter<long> Ended = Meter.CreateCounter<long>("suiying.requests.ended", "{request}");

    /// <summary>Counts what was just saved.</summary>
    public static void Count(ServiceRequest request)
    {
        if (!Submitted.Enabled && !Ended.Enabled)
            return;
        foreach (var step in request.NewTransitions)
        {
            if (step.From is null)
                Submitted.Add(1, new("type", request.Type.ToString()), new("channel", request.Channel.ToString()));
            if (RequestLifecycle.IsFinal(step.To))
                Ended.Add(1, new("type", request.Type.ToString()), new("state", step.To.ToString()));
        }
    }
}
