using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Design;

/// <summary>
/// How large a person wants everything, kept in a cookie: 大字, or 长者版 (GB/T 37668) with large targets, strong contrast and few things.
/// The host writes <c>data-size</c> on the html element from it.
/// </summary>
public static class ElderMode
{
    private const string Cookie = "size";
    private const string Elder = "elder";
    private const string Large = "large";

    /// <summary>The value of the html element's <c>data-size</c>; null (no attribute) for ordinary size.</summary>
    public static string? Of(HttpContext? context) => context?.Request.Cookies[Cookie] is (Elder or Large) and var size ? size : null;

    /// <summary>True in 长者版, false with 大字 alone.</summary>
    public static bool On(HttpContext? context) => Of(context) == Elder;

    public static IEndpointConventionBuilder MapElderMode(this IEndpointRouteBuilder routes) => routes.MapPost(Addresses.Elder, Switch);

    private static RedirectHttpResult Switch(HttpContext context, [FromForm] string? size, [FromForm] string? back)
    {
        var options = new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
            MaxAge = TimeSpan.FromDays(365),
        };
        if (size is Elder or Large)
            context.Response.Cookies.Append(Cookie, size, options);
        else
            context.Response.Cookies.Delete(Cookie, options);
        return TypedResults.LocalRedirect(Addresses.Local(back));
    }
}
