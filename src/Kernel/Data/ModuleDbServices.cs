using Microsoft.Extensions.DependencyInjection;

namespace Suiying.Kernel.Data;

/// <summary>How a module gets its database context.</summary>
public static class ModuleDbServices
{
    /// <summary>Registers a module's context on whichever database the process uses.</summary>
    public static IServiceCollection AddModuleDb<TDb>(this IServiceCollection services)
        where TDb : ModuleDb =>
        // The options are the same for every scope; made anew for each they cost as much as a small query.
        services.AddDbContext<TDb>(
            (provider, options) => provider.GetRequiredService<IDatabaseProvider>().Configure(options),
            optionsLifetime: ServiceLifetime.Singleton
        );
}
