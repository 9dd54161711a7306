using System.Net;
using Suiying.Kernel;

namespace Suiying.Web.Hosting;

/// <summary>Development signs in without a password, so it must not be reachable from another machine.</summary>
public static class LoopbackOnly
{
    /// <summary>Why the server must not start, or null.</summary>
    public static string? Refuses(IHostEnvironment environment, SuiyingSettings settings)
    {
        if (!environment.IsDevelopment())
            return null;
        var open = settings.Urls.Split(';', StringSplitOptions.RemoveEmptyEntries).Where(url => !IsLoopback(url)).ToList();
        return open.Count == 0
            ? null
            : $"开发模式可一键登录任何角色，只允许监听本机地址；{string.Join("、", open)} 不是。"
                + "请改用 http://localhost:5080，或设置 ASPNETCORE_ENVIRONMENT=Production。";
    }

    /// <summary>
    /// In Development nobody from another machine signs in without a password, also not through a proxy on this one: where SUIYING_PROXY
    /// names it, by the client's own address; else by the mark that a proxy leaves, whoever it claims to speak for.
    /// </summary>
    public static void UseLoopbackOnly(this WebApplication app)
    {
        if (!app.Environment.IsDevelopment())
            return;
        app.Use(
            async (context, next) =>
            {
                if (!IsPasswordless(context.Request) || IsFromHere(context))
                {
                    await next(context);
                    return;
                }
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                context.Response.ContentType = "text/plain; charset=utf-8";
                await context.Response.WriteAsync(
                    Translations.Of(
                        "开发模式不用密码就能登录，只对本机开放。要让别的机器登录，请设置 ASPNETCORE_ENVIRONMENT=Production 再启动。"
                    ),
                    context.RequestAborted
                );
            }
        );
    }

    /// <summary>The demo's accounts, and the page that shows a phone's code instead of sending it.</summary>
    private static bool IsPasswordless(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && (request.Path.StartsWithSegments("/signin/demo") || request.Path == "/my");

    private static bool IsFromHere(HttpContext context) =>
        (context.Connection.RemoteIpAddress is not { } address || IPAddress.IsLoopback(address))
        // What a named proxy said has been read and taken away by now; what is left came from one that nobody named.
        && !context.Request.Headers.ContainsKey("X-Forwarded-For")
        && !context.Request.Headers.ContainsKey("Forwarded");

    private static bool IsLoopback(string url) =>
        Uri.TryCreate(url.Replace("://*", "://0.0.0.0").Replace("://+", "://0.0.0.0"), UriKind.Absolute, out var uri) && uri.IsLoopback;
}
