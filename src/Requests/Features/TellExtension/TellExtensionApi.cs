using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class TellExtensionApi
{
    public sealed record Body(ContactWay Way, string Told, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/extension/told", Post).WithSummary("告知延期");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        TellExtension tellExtension,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new TellExtension.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Way = body.Way,
            Told = body.Told,
        };
        return (await tellExtension.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
