using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Scores;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Suiying.Scores.Features;
using Suiying.Scores.Model;
using Suiying.Scores.Reactions;
using Suiying.Scores.Storage;

namespace Suiying.Scores;

/// <summary>量化考核: how well units answered their people, counted from the journal alone.</summary>
public sealed class ScoresModule : IModule
{
    public string Name => "Scores";

    public IReadOnlyList<MenuEntry> Menu =>
        [new("desk/scores", "三率", ScoreAccess.Readers), new("desk/exclusions", "剔除申请", ScoreAccess.ExclusionReaders)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ScoresDb>();
        services.AddScoped<MonthBoards>().AddScoped<ListGoverned>().AddScoped<ListClasses>();
        services
            .AddScoped<ReadScores>()
            .AddScoped<ReadTrend>()
            .AddScoped<ListCallbacks>()
            .AddScoped<RebuildScores>()
            .AddScoped<ExportScores>();
        services.AddSingleton<ReleasedMonths>().AddScoped<CountedMonths>().AddScoped<ScoreLoad>().AddScoped<CountLoaded>();
        services.AddScoped<ScoreBook>().AddScoped<WorkBook>().AddScoped<CallbackDesk>().AddScoped<ExclusionDoor>();
        services.AddScoped<ICategoryRates, CategoryRates>();
        services.AddScoped<IFilesInUse>(provider => provider.GetRequiredService<ExclusionDoor>());
        services.AddScoped<ReleaseMonth>().AddScoped<VerifyReleases>().AddScoped<ListMonths>();
        services.AddScoped<AskExclusion>().AddScoped<ReviewExclusion>().AddScoped<DecideExclusion>().AddScoped<WithdrawExclusion>();
        services
            .AddScoped<ListExclusions>()
            .AddScoped<ReadExclusion>()
            .AddScoped<ReadTags>()
            .AddScoped<ReadBulletin>()
            .AddScoped<ReadDaily>();
        services.AddSingleton(ScorePeriodicals.Daily).AddSingleton(ScorePeriodicals.Bulletin);
        services.AddScoped<PublishDaily>().AddScoped<PublishBulletin>();
        services.AddScoped<ReadMeasures>().AddScoped<ReadUnitMeasures>().AddScoped<ListWork>();
        services.AddConsumer<WhenMovedScore, RequestMoved, ScoresDb>();
        services.AddConsumer<WhenMovedCountWork, RequestMoved, ScoresDb>();
        services.AddConsumer<WhenLoadedCountMonths, RequestsLoaded, ScoresDb>();
        services.AddOutwardConsumer<WhenReleasedPublish, MonthReleased, ScoresDb>();
        services.AddHostedService<ScoreTimer>();
    }

    public void MapTables(ModelBuilder model) => ScoresTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ReadScoresApi.Map(routes);
        ListClassesApi.Map(routes);
        ListCallbacksApi.Map(routes);
        ListExclusionsApi.Map(routes);
        ReadExclusionApi.Map(routes);
        ReadTagsApi.Map(routes);
        ReadBulletinApi.Map(routes);
        ReadDailyApi.Map(routes);
        ReadMeasuresApi.Map(routes);
        ListWorkApi.Map(routes);
    }
}
