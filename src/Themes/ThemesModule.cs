using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.People;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Themes;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Suiying.Themes.Features;
using Suiying.Themes.Model;
using Suiying.Themes.Reactions;
using Suiying.Themes.Storage;

namespace Suiying.Themes;

/// <summary>每月一题: what many calls say together becomes the theme of a month, is worked on, and is measured.</summary>
public sealed class ThemesModule : IModule
{
    public string Name => "Themes";

    public IReadOnlyList<MenuEntry> Menu =>
        [new("desk/themes", "每月一题", ThemeAccess.Readers), new("desk/proactive", "未诉先办", ThemeAccess.Readers)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ThemesDb>();
        services.AddScoped<ThemeDoor>().AddScoped<FigureReader>().AddScoped<EffectReader>();
        services.AddScoped<IThemeTitles, ThemeTitles>().AddScoped<ICategoryEffects, CategoryEffects>();
        services.AddScoped<IFilesInUse>(provider => provider.GetRequiredService<ThemeDoor>());
        services.AddScoped<FindCandidates>().AddScoped<ProposeTheme>().AddScoped<RateTheme>().AddScoped<DecideTheme>();
        services.AddScoped<AskOpinions>().AddScoped<GiveOpinion>().AddScoped<ScheduleTheme>();
        services.AddScoped<PlanTheme>().AddScoped<ReportMilestone>().AddScoped<ReviewMilestone>().AddScoped<MeasureTheme>();
        services.AddScoped<ForecastReader>().AddScoped<ForecastDemand>().AddScoped<OpenTask>().AddScoped<ListTasks>().AddScoped<ReadTask>();
        services.AddScoped<ReportTask>().AddScoped<ReviewTask>().AddScoped<MeasureTask>();
        services.AddScoped<LoadDemoThemes>();
        services.AddScoped<ListThemes>().AddScoped<ReadTheme>().AddScoped<ShowThemes>().AddScoped<ShowTheme>();
        services.AddConsumer<WhenErasedForgetOpinions, IdentityErased, ThemesDb>();
    }

    public void MapTables(ModelBuilder model) => ThemesTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListThemesApi.Map(routes);
        ReadThemeApi.Map(routes);
        ListTasksApi.Map(routes);
        ReadTaskApi.Map(routes);
    }
}
