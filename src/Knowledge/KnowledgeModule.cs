using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Knowledge;
using Suiying.Kernel.Data;
using Suiying.Knowledge.Features;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Reactions;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge;

/// <summary>知识库: what agents read out and residents look up.</summary>
public sealed class KnowledgeModule : IModule
{
    public string Name => "Knowledge";

    public IReadOnlyList<MenuEntry> Menu =>
        [
            new(
                "desk/knowledge",
                "知识库",
                Role.Agent,
                Role.Dispatcher,
                Role.UnitHandler,
                Role.Reviewer,
                Role.Callback,
                Role.Supervisor,
                Role.Leader
            ),
        ];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<KnowledgeDb>();
        services.AddSingleton<KnowledgeTally>().AddSingleton<ReportLimit>();
        services.AddScoped<KnowledgeDoor>().AddScoped<KnowledgeSearch>();
        services.AddScoped<IKnowledge>(provider => provider.GetRequiredService<KnowledgeSearch>());
        services.AddHostedService<KnowledgeTimer>();
        services.AddScoped<AnswerReport>();
        services.AddScoped<DecideItem>();
        services.AddScoped<ExportKnowledge>();
        services.AddScoped<FindKnowledge>();
        services.AddScoped<ImportItems>();
        services.AddScoped<KeepTallies>();
        services.AddScoped<ListItems>();
        services.AddScoped<ListMissed>();
        services.AddScoped<LoadDemoItems>();
        services.AddScoped<OpenKnowledge>();
        services.AddScoped<ReadItem>();
        services.AddScoped<ReportError>();
        services.AddScoped<SaveItem>();
    }

    public void MapTables(ModelBuilder model) => KnowledgeTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/knowledge").WithTags("knowledge").AllowAnonymous();
        FindKnowledgeApi.Map(api);
        OpenKnowledgeApi.Map(api);
        ExportKnowledgeApi.Map(routes);
    }
}
