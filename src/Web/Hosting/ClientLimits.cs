using System.Globalization;
using System.Net;
using System.Security.Claims;
using Microsoft.AspNetCore.Diagnostics;
using Suiying.Engines.Clock;

namespace Suiying.Web.Hosting;

/// <summary>
/// How much one client may send and search in a minute. A client is who has signed in or, before that, a network address. Calls from this
/// machine itself are not counted: they are tests, or all people together behind a proxy that SUIYING_PROXY does not name.
/// </summary>
internal sealed class ClientLimits(RequestDelegate next, IConfiguration configuration, TimeProvider time)
{
    private static readonly PathString[] Searches =
    [
        "/api/requests/search",
        "/api/requests/nearby",
        "/api/map/pins",
        "/api/knowledge",
        "/api/outlines",
        "/api/places",
        "/knowledge",
        "/knowledge.csv",
        "/api/open",
        "/map",
        "/open",
        "/public",
        "/public.csv",
        "/track",
    ];

    private static readonly PathString[] Programs = ["/open311", "/api/phone", "/api/inbox"];

    private readonly int posts = configuration.GetValue("SUIYING_POST_LIMIT", 300);
    private readonly int searches = configuration.GetValue("SUIYING_SEARCH_LIMIT", 600);
    private readonly CallWindow window = new(time);

    public Task Invoke(HttpContext context)
    {
        // An error page is not another call; programs are counted at their own doors, by key.
        var again = context.Features.Get<IStatusCodeReExecuteFeature>() is not null;
        if (again || Programs.Any(path => context.Request.Path.StartsWithSegments(path)) || ClientOf(context) is not { } client)
            return next(context);
        if (Spent(context.Request, client) is not { } seconds)
            return next(context);
        context.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        return Task.CompletedTask;
    }

    private int? Spent(HttpRequest request, string client)
    {
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return window.Count($"post {client}", posts);
        return Searches.Any(path => request.Path.StartsWithSegments(path)) ? window.Count($"search {client}", searches) : null;
    }

    private static string? ClientOf(HttpContext context)
    {
        if (context.User.FindFirstValue(ClaimTypes.NameIdentifier) is { } user)
            return user;
        return context.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address) ? address.ToString() : null;
    }
}
