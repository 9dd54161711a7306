using Suiying.Kernel;

namespace Suiying.Web.Hosting;

/// <summary>Gives a bare status of the API, such as 401 or 415, the body of a refusal, so that a program is never answered with a page.</summary>
internal sealed class ApiStatuses(RequestDelegate next)
{
    public async Task Invoke(HttpContext context)
    {
        await next(context);
        var answer = context.Response;
        var bare =
            answer.StatusCode is >= 400 and < 500 && !answer.HasStarted && answer.ContentType is null && answer.ContentLength is null;
        if (!bare || !context.Request.Path.StartsWithSegments("/api"))
            return;
        var status = answer.StatusCode;
        var refusal = status switch
        {
            StatusCodes.Status401Unauthorized => new Refusal(RefusalKind.Forbidden, "not_signed_in", "请先登录。"),
            StatusCodes.Status403Forbidden => new NotAllowed(),
            StatusCodes.Status404NotFound => new NotFound(),
            StatusCodes.Status405MethodNotAllowed => new Refusal(RefusalKind.Invalid, "method_not_allowed", "这个地址不支持这种请求方法。"),
            StatusCodes.Status415UnsupportedMediaType => new Refusal(
                RefusalKind.Invalid,
                "not_json",
                "请用JSON提交（Content-Type: application/json）。"
            ),
            StatusCodes.Status429TooManyRequests => new Refusal(RefusalKind.TooMany, "too_many", "请求太频繁，请稍后再试。"),
            _ => new Refusal(RefusalKind.Invalid, "invalid", "请求的格式不对。"),
        };
        await ApiErrors.Write(context, refusal, status);
    }
}
