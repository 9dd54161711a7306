using System.Collections.Concurrent;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Suiying.Requests.Model;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>The host with every line of its log caught, down to the finest level.</summary>
public sealed class TalkativeApp : SuiyingApp
{
    internal Lines Log { get; } = new();

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Logging:LogLevel:Default", "Trace");
        builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Log));
    }

    internal sealed class Lines : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> All { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            All.Enqueue(state.ToString() ?? "");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => All.Enqueue($"{formatter(state, exception)} {exception}");

        public void Dispose() { }
    }
}

/// <summary>What is sealed is not in the log either, however much is logged.</summary>
public sealed class SilenceTests(TalkativeApp app) : IClassFixture<TalkativeApp>
{
    private const string Secret = "东门外第三棵槐树下埋着证据";

    private readonly Town town = new(app);

    [Fact]
    public async Task No_log_line_of_any_journey_holds_phone_name_or_text()
    {
        var intake = app.Given.Intake() with { Text = $"{Secret}，请尽快来看一看。", Title = "槐树" };
        await town.At("resident");
        app.Log.All.Clear();
        var number = (await town.Register(intake, "槐树居民")).Number;
        foreach (var action in Matter.WayTo(RequestState.Signed))
            await town.Must(number, action);
        await (await town.At("east1")).PostJson($"/api/requests/{number}/contact-openings", new { });
        await Endpoints.Of(RequestAction.AddFacts).Send(await town.At("resident"), number, ("text", Secret));
        await Endpoints.Of(RequestAction.AddFacts).Send(await town.At("resident"), number, ("text", Secret + new string('长', 9000)));
        await (await town.At("agent")).Get($"/api/requests/{number}");
        using var broken = new StringContent($"{{\"text\":\"{Secret}\"", System.Text.Encoding.UTF8, "application/json");
        await (await town.At("resident")).Post($"/api/requests/{number}/facts", broken);
        Assert.NotEmpty(app.Log.All);
        Assert.DoesNotContain(app.Log.All, line => line.Contains(Town.Phone[3..], StringComparison.Ordinal));
        Assert.DoesNotContain(app.Log.All, line => line.Contains("槐树", StringComparison.Ordinal));
    }
}
