using Suiying.Design;

namespace Suiying.Web.Hosting;

/// <summary>Headers that every answer carries. No inline script and no inline style, from the first day.</summary>
internal sealed class SecurityHeaders(RequestDelegate next)
{
    private const string Policy =
        "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; media-src 'self' blob:; connect-src 'self'; font-src 'self'; "
        + "object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors ";

    public Task Invoke(HttpContext context)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy + "'none'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "geolocation=(self), camera=(), microphone=(self)";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        // Which page it is, is known when it is answered.
        context.Response.OnStarting(() =>
        {
            if (context.GetEndpoint()?.Metadata.GetMetadata<MayBeFramedAttribute>() is not null)
                headers.ContentSecurityPolicy = Policy + "*";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
