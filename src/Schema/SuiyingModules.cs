using Suiying.Channels;
using Suiying.Kernel;
using Suiying.Knowledge;
using Suiying.OpenCity;
using Suiying.People;
using Suiying.Programmes;
using Suiying.Registry;
using Suiying.Requests;
using Suiying.Scores;
using Suiying.Themes;
using Suiying.Understanding;

namespace Suiying.Schema;

/// <summary>Every module of the product, in the order in which they are wired. The one list of them.</summary>
public static class SuiyingModules
{
    public static IReadOnlyList<IModule> All { get; } =
    [
        new RegistryModule(),
        new PeopleModule(),
        new RequestsModule(),
        new ChannelsModule(),
        new KnowledgeModule(),
        new UnderstandingModule(),
        new ScoresModule(),
        new ThemesModule(),
        new ProgrammesModule(),
        new OpenCityModule(),
    ];
}
