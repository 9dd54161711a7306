using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Suiying.Design;

namespace Suiying.Requests.Storage;

/// <summary>A cookie with a token by which a browser is known again; it says nothing of the person.</summary>
internal sealed record TokenCookie(string Name, string Path, TimeSpan Lasts)
{
    /// <summary>Which draft is this visitor's.</summary>
    public static readonly TokenCookie Draft = new("draft", "/submit", RequestDrafts.Lifetime);

    /// <summary>Which receipt of 随呼随应 is this visitor's; a form that was begun keeps its own.</summary>
    public static readonly TokenCookie Help = new("help", Addresses.Help, RequestDrafts.ReceiptLifetime);

    /// <summary>Who said 我也遇到; written only when somebody does.</summary>
    public static readonly TokenCookie Support = new("metoo", "/", TimeSpan.FromDays(365));

    public Guid? Read(HttpContext context) => Guid.TryParseExact(context.Request.Cookies[Name], "N", out var id) ? id : null;

    /// <summary>The browser's token; a new one where it has none.</summary>
    public Guid Ensure(HttpContext context)
    {
        if (Read(context) is { } known)
            return known;
        var id = new Guid(RandomNumberGenerator.GetBytes(16));
        Write(context, id);
        return id;
    }

    public void Write(HttpContext context, Guid id) =>
        context.Response.Cookies.Append(
            Name,
            id.ToString("N"),
            new CookieOptions
            {
                HttpOnly = true,
                IsEssential = true,
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
                MaxAge = Lasts,
                Path = Path,
            }
        );
}
