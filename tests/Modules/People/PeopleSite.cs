using System.Net.Http.Json;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.AspNetCore.Mvc.Testing.Handlers;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Kernel.Data;
using Suiying.People;
using Suiying.People.Storage;
using Suiying.Schema.Sqlite;
using Suiying.Tests.Engines.Clock;

namespace Suiying.Tests.People;

/// <summary>The module's pages and endpoints behind a server of their own, in memory.</summary>
public sealed class PeopleSite : IAsyncDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("people-site-").FullName;
    private readonly WebApplication app;

    private PeopleSite(string environment, string secondFactor)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Configuration.AddInMemoryCollection(
            new Dictionary<string, string?> { ["SUIYING_KEYS"] = Path.Combine(folder, "keys"), ["SUIYING_SECOND_FACTOR"] = secondFactor }
        );
        var module = new PeopleModule();
        builder.Services.AddSingleton<IModule>(module);
        builder.Services.AddSingleton(new DatabaseSettings(DatabaseKind.Sqlite, $"Data Source={Path.Combine(folder, "people.db")}"));
        builder.Services.AddSingleton<WriteGate>().AddSingleton<IDatabaseProvider, SqliteProvider>();
        builder.Services.AddSingleton<IBulkWriter, SqliteBulkWriter>();
        builder.Services.AddSingleton<ICityRegistry, SomeCity>().AddSingleton<ICityFace, SomeCity>();
        builder.Services.AddDesign();
        builder.Services.AddSingleton<TimeProvider>(Clock);
        builder.Services.AddSingleton<Suiying.Kernel.Events.Outbox>().AddSingleton<Scoped>();
        module.AddServices(builder.Services, builder.Configuration);
        builder.Services.Configure<Microsoft.AspNetCore.Identity.PasswordHasherOptions>(hasher => hasher.IterationCount = 1000);
        builder.Services.AddRazorComponents();
        app = builder.Build();
        app.UseLanguages(() => "zh-CN");
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseAntiforgery();
        module.MapEndpoints(app);
        app.MapRazorComponents<Root>().AddAdditionalAssemblies(typeof(PeopleModule).Assembly);
    }

    public Microsoft.Extensions.Time.Testing.FakeTimeProvider Clock { get; } =
        new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8)));

    public static async Task<PeopleSite> Start(string environment = "Development", string secondFactor = "none")
    {
        var site = new PeopleSite(environment, secondFactor);
        await site.Use((PeopleDb db) => db.Database.EnsureCreatedAsync());
        await site.app.StartAsync();
        return site;
    }

    /// <summary>A browser: keeps cookies, does not follow redirects.</summary>
    public Browser Open() => new(app.GetTestServer().CreateHandler());

    public async Task<TResult> Use<TService, TResult>(Func<TService, Task<TResult>> use)
        where TService : notnull
    {
        await using var scope = app.Services.CreateAsyncScope();
        return await use(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    public sealed class Browser(HttpMessageHandler server) : IDisposable
    {
        private readonly HttpClient http = new(new CookieContainerHandler { InnerHandler = server })
        {
            BaseAddress = new("http://localhost"),
            // As browsers say with every form.
            DefaultRequestHeaders = { { "Origin", "http://localhost" } },
        };

        public async Task<IHtmlDocument> See(string path) => await Read(await Get(path));

        public Task<HttpResponseMessage> Get(string path) => http.GetAsync(path);

        public Task<HttpResponseMessage> PostJson(string path, object body) => http.PostAsJsonAsync(path, body);

        /// <summary>Without having seen the page, as a forger would.</summary>
        public Task<HttpResponseMessage> PostBlind(string path, string name, string value) =>
            http.PostAsync(path, new FormUrlEncodedContent([new(name, value)]));

        /// <summary>Fills in the form of this name and posts it, with all that the page hid in it.</summary>
        public async Task<HttpResponseMessage> Post(string path, string handler, params (string Name, string Value)[] filled) =>
            await Post(await See(path), path, handler, filled);

        public Task<HttpResponseMessage> Post(IHtmlDocument page, string path, string handler, params (string Name, string Value)[] filled)
        {
            var form = Form(page, handler);
            return Send(form, form.GetAttribute("action") is { Length: > 0 } action ? action : path, filled);
        }

        /// <summary>What a script of the page sends: the fields of a form, to another address than the form's own.</summary>
        public Task<HttpResponseMessage> Fetch(
            IHtmlDocument page,
            string path,
            string handler,
            params (string Name, string Value)[] filled
        ) => Send(Form(page, handler), path, filled);

        private static IElement Form(IHtmlDocument page, string handler) =>
            page.QuerySelectorAll("form")
                .First(f =>
                    f.QuerySelector("input[name=_handler]")?.GetAttribute("value") == handler || f.GetAttribute("action") == handler
                );

        private Task<HttpResponseMessage> Send(IElement form, string path, (string Name, string Value)[] filled)
        {
            var hidden = form.QuerySelectorAll("input[type=hidden]")
                .OfType<IHtmlInputElement>()
                .Select(i => KeyValuePair.Create(i.Name!, i.Value))
                .Where(i => filled.All(f => f.Name != i.Key));
            var fields = hidden.Concat(filled.Select(f => KeyValuePair.Create(f.Name, f.Value)));
            return http.PostAsync(path, new FormUrlEncodedContent(fields));
        }

        public static async Task<IHtmlDocument> Read(HttpResponseMessage answer)
        {
            var html = await answer.Content.ReadAsStringAsync();
            return (IHtmlDocument)await BrowsingContext.New().OpenAsync(request => request.Content(html));
        }

        public void Dispose() => http.Dispose();
    }

    private sealed class SomeCity : ICityRegistry, ICityFace
    {
        public CitySnapshot Current { get; } =
            new()
            {
                City = new CityProfile
                {
                    Code = "0000",
                    Names = new Dictionary<string, string> { ["zh"] = "演示市" },
                    TimeZone = "Asia/Shanghai",
                    DeadlineProfile = "none",
                    Hotline = "12345",
                    Culture = "zh-CN",
                },
                Version = 1,
                Areas = new AreaTree([]),
                Units = new UnitTree([]),
                Categories = null!,
                Duties = null!,
                Calendar = Calendars.Official,
                DeadlineProfiles = null!,
                Rosters = [],
            };

        public string Name => "演示市";

        public string Hotline => "12345";

        public bool Synthetic => true;

        public IReadOnlyList<string> Attributions => [];
    }

    private sealed class Root : ComponentBase
    {
        protected override void BuildRenderTree(RenderTreeBuilder builder)
        {
            builder.OpenComponent<Router>(0);
            builder.AddAttribute(1, nameof(Router.AppAssembly), typeof(PeopleModule).Assembly);
            builder.AddAttribute(
                2,
                nameof(Router.Found),
                (RenderFragment<RouteData>)(
                    route =>
                        page =>
                        {
                            page.OpenComponent<RouteView>(0);
                            page.AddAttribute(1, nameof(RouteView.RouteData), route);
                            page.CloseComponent();
                        }
                )
            );
            builder.CloseComponent();
        }
    }
}
