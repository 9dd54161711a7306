using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Channels.Features;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Kernel.Data;

namespace Suiying.Channels;

/// <summary>渠道: the ways in and out for other programs.</summary>
public sealed class ChannelsModule : IModule
{
    public string Name => "Channels";

    public IReadOnlyList<MenuEntry> Menu => [new("admin/keys", "接口密钥", Role.SecurityAdmin, Role.AuditAdmin)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ChannelsDb>();
        services.AddSingleton<CallLimits>();
        services.AddScoped<Open311Door>();
        services.AddScoped<AddApiKey>();
        services.AddScoped<AddOpen311Update>();
        services.AddScoped<ExportOpen311Requests>();
        services.AddScoped<FindOpen311Requests>();
        services.AddScoped<ListApiKeys>();
        services.AddScoped<ListOpen311Updates>();
        services.AddScoped<ListServices>();
        services.AddScoped<RevokeApiKey>();
        services.AddScoped<SubmitOpen311Request>();
    }

    public void MapTables(ModelBuilder model) => ChannelsTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var open311 = routes.MapGroup("/open311").WithTags("open311").AllowAnonymous();
        AddOpen311UpdateApi.Map(open311);
        ExportOpen311RequestsApi.Map(open311);
        FindOpen311RequestsApi.Map(open311);
        ListOpen311UpdatesApi.Map(open311);
        ListServicesApi.Map(open311);
        SubmitOpen311RequestApi.Map(open311);
        // What is not there is told in this door's own form, not as a page.
        open311.Map("/{**rest}", (HttpContext http) => Open311Door.Nothing(http)).ExcludeFromDescription();
    }
}
