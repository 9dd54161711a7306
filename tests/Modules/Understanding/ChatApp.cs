using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Suiying.Testing;
using Suiying.Tests.People;

namespace Suiying.Tests.Understanding;

/// <summary>The host of a city that has set up a language model, and the model's server beside it.</summary>
public sealed class ChatApp : SuiyingApp
{
    public ChatServer Chat { get; } = new();

    public CapturedLog Log { get; } = new();

    public override async ValueTask InitializeAsync()
    {
        Chat.Start();
        await base.InitializeAsync();
    }

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        Chat.Dispose();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("SUIYING_CHAT_URL", Chat.Address);
        builder.UseSetting("SUIYING_CHAT_MODEL", ChatServer.Model);
        builder.UseSetting("SUIYING_CHAT_KEY", ChatServer.Key);
        builder.UseSetting("SUIYING_CHAT_SECONDS", "20");
        builder.UseSetting("Logging:LogLevel:Suiying", "Information");
        builder.UseSetting("Logging:Console:LogLevel:Default", "None");
        builder.ConfigureServices(services => services.AddSingleton<ILoggerProvider>(Log));
    }
}
