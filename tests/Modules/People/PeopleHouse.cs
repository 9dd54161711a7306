using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Suiying.Contracts.Channels;
using Suiying.Contracts.People;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Suiying.People;
using Suiying.People.Model;
using Suiying.People.Storage;
using Suiying.Schema.Sqlite;

namespace Suiying.Tests.People;

/// <summary>The module alone, on a SQLite file and a key folder of its own, with a clock that stands until it is moved.</summary>
public sealed class PeopleHouse : IAsyncDisposable
{
    public const string Phone = "+8613800138000";

    private readonly string folder = Directory.CreateTempSubdirectory("people-").FullName;
    private readonly ServiceProvider services;

    public PeopleHouse(string environment = "Development")
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(new Dictionary<string, string?> { ["SUIYING_KEYS"] = KeyPath })
            .Build();
        var collection = new ServiceCollection();
        collection.AddSingleton<TimeProvider>(Clock);
        collection.AddSingleton<IHostEnvironment>(new HostingEnvironment { EnvironmentName = environment });
        collection.AddSingleton(new DatabaseSettings(DatabaseKind.Sqlite, $"Data Source={Path.Combine(folder, "people.db")}"));
        collection.AddSingleton<WriteGate>().AddSingleton<Outbox>().AddSingleton<IDatabaseProvider, SqliteProvider>();
        collection.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(Log));
        if (environment == "Development")
            collection.AddSingleton<IMessageSender>(Messages);
        new PeopleModule().AddServices(collection, configuration);
        collection.AddSingleton<IPasswordHasher<StaffUser>>(Hashes);
        services = collection.BuildServiceProvider(new ServiceProviderOptions { ValidateScopes = true, ValidateOnBuild = false });
        using var scope = services.CreateScope();
        scope.ServiceProvider.GetRequiredService<PeopleDb>().Database.EnsureCreated();
    }

    public FakeTimeProvider Clock { get; } = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    public CapturedMessages Messages { get; } = new();

    public CapturedLog Log { get; } = new();

    public CountedHashes Hashes { get; } = new();

    public string KeyPath => Path.Combine(folder, "keys");

    /// <summary>Runs in a scope of its own, as a request does.</summary>
    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>As <see cref="Use"/>, for a caller from this address.</summary>
    public async Task<TResult> UseFrom<TService, TResult>(string address, Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        http.Connection.RemoteIpAddress = System.Net.IPAddress.Parse(address);
        scope.ServiceProvider.GetRequiredService<IHttpContextAccessor>().HttpContext = http;
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task<PersonId> Seal(Identity identity) =>
        Use((ISealedIdentities seal) => seal.Seal(new PersonId(Guid.CreateVersion7(Clock.GetUtcNow())), identity, default));

    public Task<Identity?> Open(PersonId id, string matter = "BD1") =>
        Use((ISealedIdentities seal) => seal.Open(id, OpeningPurpose.Contact, matter, Staff(Role.UnitHandler), default));

    public static Actor Staff(params Role[] roles) =>
        new()
        {
            Id = Guid.CreateVersion7(DateTimeOffset.UnixEpoch),
            Name = "承办岗甲（演示）",
            Roles = roles.ToHashSet(),
            UnitCode = "D-housing",
        };

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
