using OpenTelemetry;
using OpenTelemetry.Logs;

namespace Suiying.Web.Telemetry;

/// <summary>Tells of an exception its kind and where it was thrown. Its words may repeat what somebody typed, so they stay in the server's own log.</summary>
internal sealed class PlainLogs : BaseProcessor<LogRecord>
{
    public override void OnEnd(LogRecord data)
    {
        if (data.Exception is not { } problem)
            return;
        data.Exception = null;
        data.Attributes =
        [
            .. data.Attributes ?? [],
            new("exception.type", problem.GetType().FullName),
            new("exception.cause", problem.GetBaseException().GetType().FullName),
            new("exception.stacktrace", problem.StackTrace),
        ];
    }
}
