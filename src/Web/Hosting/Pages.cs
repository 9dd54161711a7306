using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using Suiying.Design;
using Suiying.Schema;
using Suiying.Web.Components;

namespace Suiying.Web.Hosting;

/// <summary>Pages, headers and errors of the host.</summary>
internal static class Pages
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddSingleton<PageAssemblies>();
        // Chinese as it is, not as numbers: a third of the bytes, and readable in the source.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.AddProblemDetails();
        services.AddExceptionHandler<ApiErrors>();
        services.Configure<RouteHandlerOptions>(routes => routes.ThrowOnBadRequest = true);
        services.AddOpenApi();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new System.Text.Json.Serialization.JsonStringEnumConverter(allowIntegerValues: false));
            json.SerializerOptions.Converters.Add(new PlainStrings());
            // A member that is missing is refused; it never silently becomes the first word of an enumeration.
            json.SerializerOptions.RespectRequiredConstructorParameters = true;
            json.SerializerOptions.RespectNullableAnnotations = true;
            json.SerializerOptions.UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow;
        });
        services.AddAntiforgery(options => options.Cookie.SameSite = SameSiteMode.Strict);
    }

    public static void UsePages(this WebApplication app)
    {
        var registry = app.Services.GetRequiredService<Contracts.Registry.ICityRegistry>();
        app.UseProxies();
        app.UseLanguages(() => registry.Current.City.Culture);
        app.UseExceptionHandler("/error", createScopeForErrors: true);
        app.UseStatusCodePagesWithReExecute("/error/{0}", createScopeForStatusCodePages: true);
        app.UseMiddleware<SecurityHeaders>();
        app.UseMiddleware<BrokenForms>();
        app.UseMiddleware<ApiStatuses>();
        app.UseMiddleware<PlainInput>();
        app.UseAuthentication();
        app.UseMiddleware<ClientLimits>();
        app.UseLoopbackOnly();
        app.UseAuthorization();
        app.UseAntiforgery();
    }

    public static void MapModules(this WebApplication app)
    {
        app.MapStaticAssets();
        foreach (var module in SuiyingModules.All)
            module.MapEndpoints(app);
        app.MapOpenApi();
        app.MapRazorComponents<App>()
            .AddInteractiveServerRenderMode()
            .AddAdditionalAssemblies([.. app.Services.GetRequiredService<PageAssemblies>().Others]);
    }

    public static void MapHealth(this WebApplication app) =>
        app.MapGet(
                "/health",
                (Contracts.Registry.ICityRegistry registry) => TypedResults.Ok(new { status = "ready", city = registry.Current.City.Code })
            )
            .ExcludeFromDescription();
}
