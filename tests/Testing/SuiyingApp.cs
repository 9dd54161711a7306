using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Suiying.Contracts.Registry;
using Suiying.Kernel;
using Suiying.Kernel.Data;
using Suiying.Kernel.Events;
using Xunit;

namespace Suiying.Testing;

/// <summary>
/// The real host on a database of its own, with the sample city and its staff loaded and one clock that only the test advances. One per
/// test class: <c>class X(SuiyingApp app) : IClassFixture&lt;SuiyingApp&gt;</c>. We fake only the outside.
/// </summary>
public class SuiyingApp : WebApplicationFactory<Program>, IAsyncLifetime
{
    // Says at each upload that the test server cannot limit a body.
    private const string Routing = "Microsoft.AspNetCore.Routing";
    private const string KeyManagement = "Microsoft.AspNetCore.DataProtection";

    private static readonly Lazy<Task<TestDatabase>> WithCity = new(LoadCityOnce);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("suiying-app-");
    private TestDatabase? database;

    /// <summary>Folder of the sample city's pack.</summary>
    public static string Pack { get; } = Path.Combine(AppContext.BaseDirectory, "Pack");

    /// <summary>Monday 2 March 2026, 10:00 in the sample city: a working day in office hours.</summary>
    public static DateTimeOffset Start { get; } = new(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(8));

    public FakeTimeProvider Clock { get; } = new(Start);

    public DateTimeOffset Now => Clock.GetUtcNow();

    public CitySnapshot City => Services.GetRequiredService<ICityRegistry>().Current;

    /// <summary>Builders of things that a test needs to be there already.</summary>
    public Given Given => new(this);

    public DatabaseSettings Database => (database ?? throw new InvalidOperationException("Not started.")).Settings;

    /// <summary>Where this host keeps keys and photos.</summary>
    public string Var => folder.FullName;

    public virtual async ValueTask InitializeAsync()
    {
        database ??= await NewDatabase();
        // Starts the host, so that the first test does not pay for it.
        _ = Services;
    }

    /// <summary>Somebody with a browser of their own who has not signed in. Redirects are followed.</summary>
    public Browser Visitor() => new(CreateDefaultClient(new Uri("http://localhost"), new FollowRedirects(), new CookieJar()));

    /// <summary>A visitor who can also be sent to another host on this machine, and back.</summary>
    public Browser Traveller(bool follows = true)
    {
        DelegatingHandler[] handlers =
        [
            .. follows ? [new FollowRedirects()] : Array.Empty<DelegatingHandler>(),
            new CookieJar(),
            new Outside(),
        ];
        return new(CreateDefaultClient(new Uri("http://localhost"), handlers));
    }

    /// <summary>A member of staff of the sample city by sign-in name, such as <c>agent</c>, <c>east1</c> or <c>water</c>.</summary>
    public async Task<Browser> SignIn(string login)
    {
        var browser = Visitor();
        var page = await browser.Get("/signin");
        var answer = await browser.PostForm("/signin/demo", page.Token, ("login", login));
        Assert.True(answer.IsSuccess, $"{login} could not sign in: {(int)answer.Status} {answer.Text}");
        return browser;
    }

    /// <summary>The first member of staff with this role, and of this unit where one is named.</summary>
    public Task<Browser> SignIn(Role role, string? unit = null) => SignIn(Given.Login(role, unit));

    /// <summary>Uses a service in a scope of its own, as a request does.</summary>
    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    /// <summary>Brings all events that wait to those who react to them.</summary>
    public Task<int> Drain() => Services.GetRequiredService<OutboxDispatcher>().Drain(CancellationToken.None);

    public override async ValueTask DisposeAsync()
    {
        await base.DisposeAsync();
        if (database is not null)
            await database.DisposeAsync();
        folder.Delete(recursive: true);
        GC.SuppressFinalize(this);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Development");
        builder.UseSetting("SUIYING_DB", Database.ConnectionString);
        builder.UseSetting("SUIYING_VAR", folder.FullName);
        builder.UseSetting("SUIYING_CITY", CityPack);
        builder.UseSetting("SUIYING_DEMO", "0");
        builder.UseSetting("SUIYING_URLS", "http://localhost");
        builder.UseSetting("SUIYING_ADDRESS", "https://12345.example/");
        // A clock that stands still would never open the next minute; the tests of the limits set their own.
        builder.UseSetting("SUIYING_POST_LIMIT", "0");
        builder.UseSetting("SUIYING_SEARCH_LIMIT", "0");
        foreach (
            var (category, level) in new[]
            {
                ("Default", "Warning"),
                ("Microsoft.Hosting.Lifetime", "Warning"),
                (KeyManagement, "Error"),
                (Routing, "Error"),
            }
        )
            builder.UseSetting($"Logging:LogLevel:{category}", level);
        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            // Nobody tries to guess a password of the tests: a tenth of a second for each would be for nothing.
            services.Configure<PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
            // Work on a timer is called by the test that is about it; else a clock moved by months would run it half a million times.
            foreach (var timer in services.Where(IsTimerOfOurs).ToList())
                services.Remove(timer);
        });
    }

    /// <summary>Folder of the pack that this host runs on.</summary>
    protected virtual string CityPack => Pack;

    /// <summary>The database that this host begins with.</summary>
    protected virtual async Task<TestDatabase> NewDatabase() => await (await WithCity.Value).Clone();

    /// <summary>The city is loaded by the host itself, once for the process; each application begins with a copy.</summary>
    private static async Task<TestDatabase> LoadCityOnce()
    {
        var loaded = await TestDatabase.Create();
        var first = new SuiyingApp { database = loaded };
        await first.InitializeAsync();
        // Stops the host and keeps its database.
        first.database = null;
        await first.DisposeAsync();
        return loaded;
    }

    private static bool IsTimerOfOurs(ServiceDescriptor service) =>
        service.ServiceType == typeof(Microsoft.Extensions.Hosting.IHostedService)
        && service.ImplementationType?.Namespace?.StartsWith("Suiying.", StringComparison.Ordinal) == true;
}
