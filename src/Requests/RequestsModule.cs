using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Kernel.Data;
using Suiying.Requests.Storage;

namespace Suiying.Requests;

/// <summary>诉求: from the call to the callback.</summary>
public sealed class RequestsModule : IModule
{
    public string Name => "Requests";

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<RequestsDb>();
        services.AddScoped<RequestDoor>();
    }

    public void MapTables(ModelBuilder model) => RequestsTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes) { }
}
