using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class RecordContactApi
{
    public sealed record Body(ContactWay Way, string Result, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/contacts", Post).WithSummary("联系诉求人");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        RecordContact recordContact,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new RecordContact.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Way = body.Way,
            Result = body.Result,
        };
        return (await recordContact.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
