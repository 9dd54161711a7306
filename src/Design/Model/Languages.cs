using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Localization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Suiying.Kernel;

namespace Suiying.Design;

/// <summary>
/// In which language a person is served: the address says (?lang=en), else the choice kept in a cookie, else the browser, else the city.
/// </summary>
public static class Languages
{
    public const string Query = "lang";
    public const string Cookie = "lang";

    /// <summary>The value of the html element's <c>lang</c>.</summary>
    public static string Now => Translations.LanguageOf(CultureInfo.CurrentUICulture).Name;

    /// <summary>Every language by its own name, as the switch offers it.</summary>
    public static IReadOnlyList<(string Code, string Name)> All { get; } = [("zh-CN", "中文"), ("en", "English")];

    /// <summary>First in the pipeline, so that error pages too speak the person's language.</summary>
    /// <param name="app">The pipeline.</param>
    /// <param name="city">The culture of the city, which may be loaded later than this is called.</param>
    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app, Func<string> city)
    {
        // "zh" stands for all the regions of Chinese, which are not below zh-CN.
        List<CultureInfo> cultures = [Translations.Chinese, CultureInfo.GetCultureInfo("zh"), Translations.English];
        app.UseRequestLocalization(
            new RequestLocalizationOptions
            {
                SupportedCultures = cultures,
                SupportedUICultures = cultures,
                DefaultRequestCulture = new RequestCulture(Translations.Chinese),
                ApplyCurrentCultureToResponseHeaders = true,
                RequestCultureProviders =
                [
                    new QueryStringRequestCultureProvider { QueryStringKey = Query, UIQueryStringKey = Query },
                    new CookieRequestCultureProvider { CookieName = Cookie },
                    new AcceptLanguageHeaderRequestCultureProvider(),
                    new CustomRequestCultureProvider(_ =>
                        Task.FromResult<ProviderCultureResult?>(
                            new ProviderCultureResult(Translations.LanguageOf(CultureInfo.GetCultureInfo(city())).Name)
                        )
                    ),
                ],
            }
        );
        // The language of the address is a choice too; without the cookie an interactive page would open in another one.
        return app.Use(
            (context, next) =>
            {
                if (context.Features.Get<IRequestCultureFeature>()?.Provider is QueryStringRequestCultureProvider)
                    Keep(context, Now);
                return next(context);
            }
        );
    }

    public static IEndpointConventionBuilder MapLanguages(this IEndpointRouteBuilder routes) => routes.MapPost(Addresses.Language, Switch);

    private static RedirectHttpResult Switch(HttpContext context, [FromForm] string? lang, [FromForm] string? back)
    {
        if (All.Any(language => language.Code == lang))
            Keep(context, lang!);
        return TypedResults.LocalRedirect(Without(Addresses.Local(back)));
    }

    /// <summary>The same address without a language of its own, which would win over the choice.</summary>
    private static string Without(string address)
    {
        if (address.Split('?', 2) is not [var path, var query])
            return address;
        var kept = query.Split('&').Where(part => !part.StartsWith(Query + "=", StringComparison.Ordinal));
        return string.Join('?', new[] { path, string.Join('&', kept) }.Where(part => part.Length > 0));
    }

    private static void Keep(HttpContext context, string language) =>
        context.Response.Cookies.Append(
            Cookie,
            CookieRequestCultureProvider.MakeCookieValue(new RequestCulture(language)),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
            }
        );
}
