using System.Diagnostics;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Suiying.Web.Telemetry;

/// <summary>
/// A span for each command to the database inside a traced request or event: which module, what kind of command, how long. Never its
/// text. Works alike on both databases, by what the framework tells of itself.
/// </summary>
internal sealed class DatabaseSpans : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    public const string Source = "Suiying.Database";

    private static readonly ActivitySource Traces = new(Source);
    private static readonly string Executed = RelationalEventId.CommandExecuted.Name!;
    private static readonly string Failed = RelationalEventId.CommandError.Name!;
    private static readonly string[] Operations = ["SELECT", "INSERT", "UPDATE", "DELETE", "WITH"];

    private readonly List<IDisposable> subscriptions = [];

    public void Start() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory)
            subscriptions.Add(value.Subscribe(this, name => name == Executed || name == Failed));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        // Without a parent it is a timer that looks for work, which would drown the rest.
        if (value.Value is not CommandEndEventData command || Activity.Current is not { Recorded: true } parent)
            return;
        var operation = OperationOf(command.Command.CommandText);
        using var span = Traces.StartActivity(operation, ActivityKind.Client, parent.Context, startTime: command.StartTime);
        if (span is null)
            return;
        span.SetTag(
            "db.system.name",
            command.Connection.GetType().Name.StartsWith("Npgsql", StringComparison.Ordinal) ? "postgresql" : "sqlite"
        );
        span.SetTag("db.operation.name", operation).SetTag("suiying.module", command.Context?.GetType().Name);
        if (value.Key == Failed)
            span.SetStatus(ActivityStatusCode.Error);
        span.SetEndTime((command.StartTime + command.Duration).UtcDateTime);
    }

    public void OnCompleted() { }

    public void OnError(Exception error) { }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    private const string DbLoggerCategory = "Microsoft.EntityFrameworkCore";

    private static string OperationOf(string text) =>
        Operations.FirstOrDefault(o => text.AsSpan().TrimStart().StartsWith(o, StringComparison.OrdinalIgnoreCase)) ?? "OTHER";
}
