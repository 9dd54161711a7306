using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;

namespace Suiying.Requests.Storage;

/// <summary>The cookie by which a browser is known again that said 我也遇到; written only when it does.</summary>
internal static class SupportCookie
{
    private const string Name = "metoo";

    public static Guid? Read(HttpContext context) => Guid.TryParseExact(context.Request.Cookies[Name], "N", out var id) ? id : null;

    /// <summary>The browser's token; a new one where it has none.</summary>
    public static Guid Ensure(HttpContext context)
    {
        if (Read(context) is { } known)
            return known;
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        context.Response.Cookies.Append(
            Name,
            id.ToString("N"),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = TimeSpan.FromDays(365),
                Path = "/",
            }
        );
        return id;
    }
}
