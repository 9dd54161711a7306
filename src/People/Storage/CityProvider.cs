using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Suiying.People.Model;

namespace Suiying.People.Storage;

/// <summary>What the city's provider says of itself. After silence it is not asked again for a while, so that nobody waits behind others.</summary>
public sealed partial class CityProvider(
    CityLogin login,
    IOptionsMonitor<OpenIdConnectOptions> options,
    TimeProvider time,
    ILogger<CityProvider> log
)
{
    /// <summary>The scheme under which the framework's client is set up.</summary>
    public const string Scheme = "suiying-city";

    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(15);
    private long silentUntil;

    /// <summary>Null where it is off or does not answer.</summary>
    public async Task<OpenIdConnectConfiguration?> Find(CancellationToken ct)
    {
        if (!login.On || options.Get(Scheme).ConfigurationManager is not { } discovery)
            return null;
        if (time.GetUtcNow().UtcTicks < Interlocked.Read(ref silentUntil))
            return null;
        try
        {
            return await discovery.GetConfigurationAsync(ct);
        }
        catch (Exception problem) when (!ct.IsCancellationRequested)
        {
            Interlocked.Exchange(ref silentUntil, (time.GetUtcNow() + Pause).UtcTicks);
            Silent(log, problem, login.Authority!);
            return null;
        }
    }

    [LoggerMessage(LogLevel.Warning, "The identity provider {Authority} does not answer")]
    private static partial void Silent(ILogger logger, Exception problem, Uri authority);
}
