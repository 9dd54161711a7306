using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Requests.Features;

internal static class ListenToCallApi
{
    public static void Map(IEndpointRouteBuilder requests) =>
        requests.MapPost("/{number}/recording", Post).WithSummary("听录音：记入查阅记录后，转到录音服务器");

    private static async Task<Results<Ok<Heard>, ProblemHttpResult>> Post(
        string number,
        HttpContext http,
        ListenToCall listen,
        CancellationToken ct
    )
    {
        var outcome = await listen.Run(new ListenToCall.Command { Number = number }, Actor.From(http.User), ct);
        return outcome.Ok(out var address, out var refusal) ? TypedResults.Ok(new Heard(address)) : refusal.ToProblem();
    }
}

/// <summary>Where the recording is.</summary>
public sealed record Heard(Uri Address);
