using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Suiying.Kernel;

/// <summary>The one place where an outcome becomes an HTTP answer.</summary>
public static class OutcomeHttp
{
    public static Results<Ok<T>, ProblemHttpResult> ToHttp<T>(this Outcome<T> outcome)
        where T : notnull => outcome.Ok(out var value, out var refusal) ? TypedResults.Ok(value) : refusal.ToProblem();

    public static ProblemHttpResult ToProblem(this Refusal refusal) =>
        TypedResults.Problem(
            title: refusal.Text,
            statusCode: refusal.StatusCode(),
            extensions: new Dictionary<string, object?> { ["code"] = refusal.Code, ["fields"] = refusal.Fields }
        );

    public static int StatusCode(this Refusal refusal) =>
        refusal.Kind switch
        {
            RefusalKind.Invalid => StatusCodes.Status400BadRequest,
            RefusalKind.Forbidden => StatusCodes.Status403Forbidden,
            RefusalKind.NotFound => StatusCodes.Status404NotFound,
            RefusalKind.Conflict => StatusCodes.Status409Conflict,
            RefusalKind.TooMany => StatusCodes.Status429TooManyRequests,
            _ => StatusCodes.Status500InternalServerError,
        };
}
