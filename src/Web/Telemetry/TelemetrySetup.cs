using System.Reflection;
using OpenTelemetry;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using Suiying.Kernel.Events;
using Suiying.People.Model;

namespace Suiying.Web.Telemetry;

/// <summary>
/// Traces, measures and logs for the operator's collector (OTLP). Off unless <c>SUIYING_OTLP</c> names one: then nothing listens, and what
/// the program would count costs one look at a flag.
/// </summary>
internal static class TelemetrySetup
{
    private const string Setting = "SUIYING_OTLP";
    private const string Standard = "OTEL_EXPORTER_OTLP_ENDPOINT";
    private const string Protocol = "OTEL_EXPORTER_OTLP_PROTOCOL";

    private static readonly string[] Meters =
    [
        "Suiying.*",
        "Microsoft.AspNetCore.Hosting",
        "Microsoft.AspNetCore.Server.Kestrel",
        "System.Net.Http",
        "System.Runtime",
    ];

    /// <exception cref="ArgumentException">The setting is no address.</exception>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        var configuration = builder.Configuration;
        if ((configuration[Setting] ?? configuration[Standard]) is not { Length: > 0 } collector)
            return;
        if (!Uri.TryCreate(collector, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new ArgumentException($"{Setting}：“{collector}”不可用，应为采集器的地址，例如 http://localhost:4317。");
        configuration[Standard] = collector;
        if (address.Port == 4318)
            configuration[Protocol] ??= "http/protobuf";

        builder.Services.AddSingleton<OutboxSample>().AddSingleton<DatabaseSpans>();
        builder.Services.AddHostedService<OutboxSampler>();
        builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource =>
                resource.AddService(configuration["OTEL_SERVICE_NAME"] ?? "suiying", serviceVersion: VersionOfProgram())
            )
            .WithTracing(traces =>
                traces
                    .AddSource(OutboxDispatcher.Source, DatabaseSpans.Source, "System.Net.Http")
                    .AddAspNetCoreInstrumentation(requests => requests.Filter = IsWorthATrace)
                    .AddProcessor(new PlainSpans())
            )
            .WithMetrics(measures => measures.AddMeter(Meters))
            .WithLogging(logs => logs.AddProcessor(new PlainLogs()), options => options.IncludeFormattedMessage = true)
            .UseOtlpExporter();
        // Below a warning the framework tells addresses with their query, and development tells the messages that it would send.
        builder
            .Logging.AddFilter<OpenTelemetryLoggerProvider>("Microsoft", LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>("System", LogLevel.Warning)
            .AddFilter<OpenTelemetryLoggerProvider>(typeof(DevelopmentMessageSender).FullName, LogLevel.None);
    }

    /// <summary>Begins what must be running before the first request; nothing where telemetry is off.</summary>
    public static void StartTelemetry(this WebApplication app) => app.Services.GetService<DatabaseSpans>()?.Start();

    // A page that stays connected is a span of hours, and files and health are no work.
    private static bool IsWorthATrace(HttpContext context)
    {
        var path = context.Request.Path;
        return !path.StartsWithSegments("/_blazor")
            && !path.StartsWithSegments("/_framework")
            && !path.StartsWithSegments("/_content")
            && !path.StartsWithSegments("/lib")
            && !path.StartsWithSegments("/health");
    }

    private static string VersionOfProgram() =>
        typeof(TelemetrySetup).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "";
}
