using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.People;
using Suiying.Contracts.Programmes;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Suiying.Programmes.Features;
using Suiying.Programmes.Model;
using Suiying.Programmes.Reactions;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes;

/// <summary>民生实事 and other programmes: what is promised for a year, by whom, by when, and whether people say that it was done.</summary>
public sealed class ProgrammesModule : IModule
{
    public string Name => "Programmes";

    public IReadOnlyList<MenuEntry> Menu => [new("desk/projects", "民生实事", ProgrammeAccess.Readers)];

    public void AddServices(IServiceCollection services, IConfiguration configuration)
    {
        services.AddModuleDb<ProgrammesDb>();
        services.AddScoped<ProjectDoor>().AddScoped<ScoreReader>().AddScoped<IProjectList, ProjectList>();
        services.AddScoped<IFilesInUse>(provider => provider.GetRequiredService<ProjectDoor>());
        services.AddScoped<ProposeProject>().AddScoped<ListProposals>().AddScoped<ShowIdeas>().AddScoped<ReviewProposal>();
        services.AddScoped<DecideProject>().AddScoped<CountVote>().AddScoped<ShowVote>();
        services.AddScoped<ListProjects>().AddScoped<ReadProject>().AddScoped<PlanProject>();
        services.AddScoped<ReportNode>().AddScoped<ReviewNode>().AddScoped<TellProgress>().AddScoped<CheckNode>().AddScoped<EndProject>();
        services.AddScoped<ShowProjects>().AddScoped<ShowProject>().AddScoped<ConfirmProject>();
        services.AddScoped<LoadDemoProjects>();
        services.AddConsumer<WhenErasedForgetAnswers, IdentityErased, ProgrammesDb>();
    }

    public void MapTables(ModelBuilder model) => ProgrammesTables.Map(model);

    public void MapEndpoints(IEndpointRouteBuilder routes)
    {
        ListProposalsApi.Map(routes);
        ListProjectsApi.Map(routes);
        ReadProjectApi.Map(routes);
        PinsApi.Map(routes);
        VoteApi.Map(routes);
    }
}
