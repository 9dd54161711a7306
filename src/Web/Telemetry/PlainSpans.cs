using System.Diagnostics;
using OpenTelemetry;

namespace Suiying.Web.Telemetry;

/// <summary>
/// Takes from each span whatever is not on a short list of what cannot hold a person's data: no address as it was asked, no query, no
/// browser, no network address, no words of an error.
/// </summary>
internal sealed class PlainSpans : BaseProcessor<Activity>
{
    private static readonly HashSet<string> Kept =
    [
        "http.request.method",
        "http.response.status_code",
        "http.route",
        "url.scheme",
        "network.protocol.version",
        "error.type",
        "db.system.name",
        "db.operation.name",
        "suiying.module",
        "suiying.event",
        "suiying.consumer",
        "suiying.attempt",
    ];

    /// <summary>Of a call to another server also which one; of a call to us that is what the caller wrote.</summary>
    private static readonly HashSet<string> KeptOfCalls = ["server.address", "server.port"];

    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToList())
        {
            if (!Kept.Contains(name) && !(data.Kind == ActivityKind.Client && KeptOfCalls.Contains(name)))
                data.SetTag(name, null);
        }
        if (data.StatusDescription is not null)
            data.SetStatus(data.Status);
        data.TraceStateString = null;
        // Events and links cannot be taken off; a span that carries any stays here. None of ours does.
        if (data.Events.Any() || data.Links.Any())
            data.ActivityTraceFlags &= ~ActivityTraceFlags.Recorded;
    }
}
