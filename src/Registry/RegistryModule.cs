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

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new("admin/units", "单位", Role.SystemAdmin, Role.AuditAdmin),
            new("admin/categories", "诉求类别", Role.SystemAdmin, Role.AuditAdmin),
            new("admin/deadlines", "期限方案", Role.SystemAdmin, Role.AuditAdmin),
            new("admin/rosters", "值班安排", Role.SystemAdmin, Role.AuditAdmin),
            new("admin/duties", "派单目录", Role.SystemAdmin, Role.AuditAdmin),
            new("admin/messages", "消息模板", Role.SystemAdmin, Role.AuditAdmin),
            new("admin/data", "城市数据", Role.SystemAdmin, Role.AuditAdmin),
            new("admin/versions", "变更记录", Role.SystemAdmin, Role.AuditAdmin),
        ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<RegistryDb>();
        services.AddSingleton<CityRegistry>();
        services.AddSingleton<ICityRegistry>(provider => provider.GetRequiredService<CityRegistry>());
        services.AddSingleton<IPlaceFinder, PlaceFinder>();
        services.AddHostedService<CityRefresher>();
        services.AddScoped<VersionWriter>().AddScoped<CityEdits>();
        services.AddScoped<EditDuties>().AddScoped<PreviewDuties>();
        services.AddScoped<DecideProposal>().AddScoped<StartPlanned>();
        services.AddScoped<ListVersions>().AddScoped<ReadVersion>().AddScoped<UndoVersion>();
        services.AddScoped<ListUnits>().AddScoped<SaveUnit>().AddScoped<CloseUnit>();
        services.AddScoped<ListCategories>().AddScoped<SaveCategory>().AddScoped<CloseCategory>();
        services.AddScoped<ReadDeadlines>().AddScoped<SaveDeadline>().AddScoped<ChooseProfile>();
        services.AddScoped<ListRosters>().AddScoped<SaveRoster>().AddScoped<EndRoster>();
        services.AddScoped<ListTemplates>().AddScoped<SaveTemplate>();
        services.AddScoped<ExportCity>().AddScoped<UploadCity>();
        services.AddScoped<CheckCity>();
        services.AddScoped<ReadAreas>();
        services.AddScoped<LoadCity>();
        services.AddScoped<DrawSchematic>();
        services.AddScoped<ReplaceOutlines>();
        services.AddSingleton<ReadOutlines>();
    }

    public void MapTables(ModelBuilder model) => RegistryTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ExportCityApi.Map(routes);
        ReadOutlinesApi.Map(routes);
    }
}
