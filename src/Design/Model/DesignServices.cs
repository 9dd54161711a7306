using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Localization;

namespace Suiying.Design;

public static class DesignServices
{
    /// <summary>Registers what components inject. The host adds an <see cref="ICityFace"/> of its own.</summary>
    public static IServiceCollection AddDesign(this IServiceCollection services)
    {
        services.AddSingleton<IStringLocalizerFactory, Localizer>();
        services.AddLocalization();
        services.AddHttpContextAccessor();
        services.TryAddSingleton(TimeProvider.System);
        services.AddScoped<Toaster>();
        services.AddScoped<Workbench>();
        services.AddSingleton<LookAgain>();
        return services;
    }
}
