using Microsoft.AspNetCore.Routing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Suiying.Kernel;

/// <summary>All that the host knows of a module: its services, tables, endpoints, pages and places in the menu.</summary>
public interface IModule
{
    /// <summary>The module's name, as its folder has it; also the prefix of its tables, in lower case.</summary>
    string Name { get; }

    void AddServices(IServiceCollection services, IConfiguration configuration);

    /// <summary>Adds the module's tables to a model; called for its own context and for the schema context that makes migrations.</summary>
    void MapTables(ModelBuilder model);

    void MapEndpoints(IEndpointRouteBuilder routes);

    /// <summary>The desks that staff of a role find in the menu.</summary>
    IReadOnlyList<MenuEntry> Menu => [];
}

/// <summary>One place in the staff menu.</summary>
/// <param name="Href">Path of the page, without leading slash.</param>
/// <param name="Text">What the menu shows.</param>
/// <param name="Roles">Who sees it.</param>
public sealed record MenuEntry(string Href, string Text, params Role[] Roles);
