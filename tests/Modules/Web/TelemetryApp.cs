using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Logs;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using Suiying.Testing;
using Suiying.Tests.People;

namespace Suiying.Tests.Web;

/// <summary>The host with telemetry switched on, every logger at its most talkative, and a collector beside it.</summary>
public sealed class TelemetryApp : SuiyingApp
{
    public Collector Collector { get; } = new();

    /// <summary>What the server writes to its own log, as the settings that ship have it.</summary>
    public CapturedLog Log { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        await Collector.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        await Collector.DisposeAsync();
    }

    /// <summary>Sends what is still held.</summary>
    public void Flush()
    {
        Assert.True(Services.GetRequiredService<TracerProvider>().ForceFlush());
        Assert.True(Services.GetRequiredService<MeterProvider>().ForceFlush());
        Assert.True(Services.GetRequiredService<LoggerProvider>().ForceFlush());
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SUIYING_OTLP", Collector.Address);
        builder.UseSetting("OTEL_EXPORTER_OTLP_PROTOCOL", "http/protobuf");
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        builder.ConfigureTestServices(services =>
            services.AddLogging(logging =>
                logging
                    .AddProvider(Log)
                    .AddFilter<CapturedLog>(null, LogLevel.Information)
                    .AddFilter<CapturedLog>("Microsoft.AspNetCore", LogLevel.Warning)
                    .AddFilter<CapturedLog>("Microsoft.EntityFrameworkCore", LogLevel.Warning)
                    .AddFilter<Microsoft.Extensions.Logging.Console.ConsoleLoggerProvider>(null, LogLevel.Error)
            )
        );
    }
}
