using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Registry;
using Suiying.Kernel.Data;
using Suiying.Registry.Features;
using Suiying.Registry.Model.Places;
using Suiying.Registry.Storage;

namespace Suiying.Registry;

/// <summary>What a city has told us about itself.</summary>
public sealed class RegistryModule : IModule
{
    public string Name => "Registry";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<RegistryDb>();
        services.AddSingleton<CityRegistry>();
        services.AddSingleton<ICityRegistry>(provider => provider.GetRequiredService<CityRegistry>());
        services.AddSingleton<IPlaceFinder, PlaceFinder>();
        services.AddHostedService<CityRefresher>();
        services.AddScoped<CheckCity>();
        services.AddScoped<LoadCity>();
        services.AddScoped<DrawSchematic>();
        services.AddScoped<ReplaceOutlines>();
        services.AddSingleton<ReadOutlines>();
    }

    public void MapTables(ModelBuilder model) => RegistryTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes) => ReadOutlinesApi.Map(routes);
}
