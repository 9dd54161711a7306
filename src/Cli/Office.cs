using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Suiying.Web.Hosting;

namespace Suiying.Cli;

/// <summary>The product's services without a server: commands run the same use cases on the same database.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly IHost host;

    private Office(IHost host, SuiyingSettings settings) => (this.host, Settings) = (host, settings);

    public SuiyingSettings Settings { get; }

    /// <summary>Services alone; the database is not touched.</summary>
    public static Office Open(ParseResult parsed)
    {
        var builder = Host.CreateApplicationBuilder();
        var settings = SuiyingSettings.Read(builder.Configuration, Cli.Settings.Arguments(parsed));
        // What a command has to say it says itself; only warnings of the program come beside it.
        builder.Logging.SetMinimumLevel(LogLevel.Warning);
        builder.Logging.AddConsole(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Services.AddSuiying(settings, builder.Configuration);
        return new Office(builder.Build(), settings);
    }

    /// <summary>With all tables.</summary>
    public static async Task<Office> OpenDatabase(ParseResult parsed, CancellationToken ct)
    {
        var office = Open(parsed);
        Directory.CreateDirectory(office.Settings.Var);
        await Startup.Migrate(office.host.Services, ct);
        return office;
    }

    /// <summary>With all tables and the city; null where the city cannot be loaded, which is then told.</summary>
    public static async Task<Office?> OpenCity(ParseResult parsed, CancellationToken ct)
    {
        var office = await OpenDatabase(parsed, ct);
        if (await Startup.EnsureCity(office.host.Services, office.Settings, ct))
            return office;
        await office.DisposeAsync();
        return null;
    }

    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = host.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        if (host is IAsyncDisposable disposable)
            await disposable.DisposeAsync();
    }
}
