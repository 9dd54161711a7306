using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Registry;
using Suiying.Kernel.Data;
using Suiying.Registry;
using Suiying.Registry.Features;
using Suiying.Registry.Storage;
using Suiying.Schema.Postgres;
using Suiying.Schema.Sqlite;
using Suiying.Testing;

namespace Suiying.Tests.Registry;

/// <summary>The module alone, as a process wires it, on an empty database.</summary>
public sealed class RegistryHouse : IAsyncDisposable
{
    private readonly TestDatabase database;
    private readonly ServiceProvider services;
    private readonly bool owns;

    private RegistryHouse(TestDatabase database, bool owns)
    {
        (this.database, this.owns) = (database, owns);
        var module = new RegistryModule();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton(database.Settings);
        collection.AddSingleton<WriteGate>();
        if (database.Settings.Kind == DatabaseKind.Sqlite)
            collection.AddSingleton<IDatabaseProvider, SqliteProvider>();
        else
            collection.AddSingleton<IDatabaseProvider, PostgresProvider>();
        collection.AddSingleton(module);
        module.AddServices(collection, new ConfigurationBuilder().Build());
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public CityRegistry Registry => services.GetRequiredService<CityRegistry>();

    public IPlaceFinder Places => services.GetRequiredService<IPlaceFinder>();

    public static async Task<RegistryHouse> Open() => new(await TestDatabase.Create(), owns: true);

    /// <summary>Another process on the same database.</summary>
    public RegistryHouse Again() => new(database, owns: false);

    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<Outcome<LoadSummary>> Load(string path) =>
        Use<LoadCity, Outcome<LoadSummary>>(load => load.Run(new LoadCity.Command { Path = path }, Actor.System, CancellationToken.None));

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (owns)
            await database.DisposeAsync();
    }
}
