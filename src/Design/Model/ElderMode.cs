using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Design;

/// <summary>Large text and large targets, kept in a cookie. The host writes <c>data-size</c> on the html element from it.</summary>
public static class ElderMode
{
    private const string Cookie = "size";
    private const string Elder = "elder";

    /// <summary>The value of the html element's <c>data-size</c>; null (no attribute) for ordinary size.</summary>
    public static string? Of(HttpContext? context) => context?.Request.Cookies[Cookie] == Elder ? Elder : null;

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
        if (size == Elder)
            context.Response.Cookies.Append(Cookie, Elder, options);
        else
            context.Response.Cookies.Delete(Cookie, options);
        return TypedResults.LocalRedirect(Addresses.Local(back));
    }
}
