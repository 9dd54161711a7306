using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Contracts.Registry;
using Suiying.Kernel.Data;
using Suiying.Registry;
using Suiying.Registry.Features;
using Suiying.Registry.Storage;

namespace Suiying.Tests.Registry;

/// <summary>The module as a process wires it, on a SQLite file of its own.</summary>
public sealed class RegistryHouse : IAsyncDisposable
{
    private readonly string folder;
    private readonly ServiceProvider services;

    private readonly bool owns;

    private RegistryHouse(string? folderOfAnother = null)
    {
        owns = folderOfAnother is null;
        folder = folderOfAnother ?? Directory.CreateTempSubdirectory("suiying-registry-").FullName;
        var database = DatabaseSettings.Parse($"Data Source={Path.Combine(folder, "city.db")};Pooling=False");
        var module = new RegistryModule();
        var collection = new ServiceCollection();
        collection.AddLogging();
        collection.AddSingleton(TimeProvider.System);
        collection.AddSingleton(database);
        collection.AddSingleton<WriteGate>();
        collection.AddSingleton<IDatabaseProvider, SqliteFile>();
        collection.AddSingleton(module);
        module.AddServices(collection, new ConfigurationBuilder().Build());
        services = collection.BuildServiceProvider(validateScopes: true);
    }

    public CityRegistry Registry => services.GetRequiredService<CityRegistry>();

    public IPlaceFinder Places => services.GetRequiredService<IPlaceFinder>();

    public static async Task<RegistryHouse> Open()
    {
        var house = new RegistryHouse();
        await house.Use<RegistryDb, bool>(db => db.Database.EnsureCreatedAsync());
        return house;
    }

    /// <summary>Another process on the same database.</summary>
    public RegistryHouse Again() => new(folder);

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
            Directory.Delete(folder, recursive: true);
    }
}

/// <summary>The database provider of these tests: plain SQLite with times as the product stores them.</summary>
internal sealed class SqliteFile(DatabaseSettings settings) : IDatabaseProvider
{
    public DatabaseKind Kind => DatabaseKind.Sqlite;

    public void Configure(DbContextOptionsBuilder options) => options.UseSqlite(settings.ConnectionString);

    public void ConfigureConventions(ModelConfigurationBuilder conventions) =>
        conventions.Properties<DateTimeOffset>().HaveConversion<UnixMilliseconds>();
}
