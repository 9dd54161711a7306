using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
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

    public IReadOnlyList<MenuEntry> Menu => [new("desk/scores", "三率", ScoreAccess.Readers)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ScoresDb>();
        services.AddScoped<ReadScores>().AddScoped<ListCallbacks>().AddScoped<RebuildScores>().AddScoped<ExportScores>();
        services.AddScoped<ReadMeasures>().AddScoped<ReadUnitMeasures>().AddScoped<ListWork>().AddScoped<RebuildWork>();
        services.AddConsumer<WhenMovedScore, RequestMoved, ScoresDb>();
        services.AddConsumer<WhenMovedCountWork, RequestMoved, ScoresDb>();
        services.AddHostedService<ScoreTimer>();
    }

    public void MapTables(ModelBuilder model) => ScoresTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ReadScoresApi.Map(routes);
        ListCallbacksApi.Map(routes);
        ReadMeasuresApi.Map(routes);
        ListWorkApi.Map(routes);
    }
}
