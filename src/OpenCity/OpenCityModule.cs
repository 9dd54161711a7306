using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Suiying.OpenCity.Features;
using Suiying.OpenCity.Reactions;
using Suiying.OpenCity.Storage;

namespace Suiying.OpenCity;

/// <summary>公开的城市: what the city heard and what came of it, for everybody, so that no number tells of a person.</summary>
public sealed class OpenCityModule : IModule
{
    public string Name => "OpenCity";

    public IReadOnlyList<MenuEntry> Menu => [new("desk/open", "公开记录", Role.Supervisor, Role.Leader)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<OpenCityDb>();
        services.AddScoped<OpenBook>().AddScoped<PublishMonth>().AddScoped<ListMonths>();
        services.AddScoped<ShowCity>().AddScoped<ShowFigures>().AddScoped<ShowData>().AddScoped<ShowWidget>().AddScoped<ExportFigures>();
        services.AddConsumer<WhenLoadedPublishAgain, RequestsLoaded, OpenCityDb>();
        services.AddHostedService<OpenCityTimer>();
    }

    public void MapTables(ModelBuilder model) => OpenCityTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes) => ExportFiguresApi.Map(routes);
}
