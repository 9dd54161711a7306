using Suiying.Channels.Model;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

/// <summary>Open311: what may be asked for, and what each service asks.</summary>
public sealed class ListServices(ICityRegistry registry)
{
    public Task<IReadOnlyList<Category>> Run() =>
        Task.FromResult<IReadOnlyList<Category>>([.. ServiceCatalog.Services(registry.Current.Categories)]);

    public Task<Outcome<Category>> Run(string code) =>
        Task.FromResult<Outcome<Category>>(
            ServiceCatalog.Find(code, registry.Current.Categories) is { } service ? service : new ServiceUnknown()
        );
}
