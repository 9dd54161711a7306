using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Requests;
using Suiying.Contracts.Understanding;
using Suiying.Kernel.Data;
using Suiying.Understanding.Features;
using Suiying.Understanding.Reactions;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding;

/// <summary>What a matter is about and whose it is: proposed with reasons, learnt from what people decide.</summary>
public sealed class UnderstandingModule : IModule
{
    public string Name => "Understanding";

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new("desk/topics", "热点", ListTopics.Readers),
            new("desk/rises", "异常升高", Role.Dispatcher, Role.Supervisor, Role.Leader),
            new("admin/models", "智能建议的模型", Role.SystemAdmin, Role.AuditAdmin, Role.Supervisor),
        ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<UnderstandingDb>();
        services.AddSingleton<ModelsInUse>().AddSingleton<LearningProgress>().AddSingleton<WeekShelf>();
        services.AddSingleton<IMatterReader, MatterReader>();
        services.AddSingleton(ChatSetting.Read(configuration)).AddSingleton<IDraftWriter, DraftWriter>();
        services.AddScoped<ModelFiles>().AddScoped<Trainer>();
        services.AddScoped<IFilesInUse>(provider => provider.GetRequiredService<ModelFiles>());
        services.AddHostedService<LearnTimer>();
        services.AddSingleton(MatterSetting.Read(configuration)).AddSingleton<MatterWindow>().AddSingleton<ISameMatters, SameMatters>();
        services.AddSingleton<IHotTopicList, HotTopicList>();
        services.AddHostedService<MatterTimer>();
        services.AddScoped<FollowMatters>().AddScoped<FindTopics>();
        services.AddScoped<ListTopics>().AddScoped<ReadTopic>();
        services.AddScoped<AskLearning>();
        services.AddScoped<FollowDecisions>();
        services.AddScoped<LearnModels>();
        services.AddScoped<ListModels>();
        services.AddScoped<PlanLearning>();
        services.AddScoped<ReadModel>();
        services.AddScoped<ChooseModel>();
        services.AddScoped<WatchRises>();
        services.AddScoped<ReadRise>();
    }

    public void MapTables(ModelBuilder model) => UnderstandingTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ReadModelApi.Map(routes);
        ListTopicsApi.Map(routes);
        ReadTopicApi.Map(routes);
        WatchRisesApi.Map(routes);
        ReadRiseApi.Map(routes);
    }
}
