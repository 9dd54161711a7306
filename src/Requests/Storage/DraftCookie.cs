using Microsoft.AspNetCore.Http;

namespace Suiying.Requests.Storage;

/// <summary>The cookie that says which draft is this visitor's.</summary>
internal static class DraftCookie
{
    private const string Name = "draft";

    public static Guid? Read(HttpContext context) => Guid.TryParseExact(context.Request.Cookies[Name], "N", out var id) ? id : null;

    public static void Write(HttpContext context, Guid id) =>
        context.Response.Cookies.Append(
            Name,
            id.ToString("N"),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = RequestDrafts.Lifetime,
                Path = "/submit",
            }
        );
}
