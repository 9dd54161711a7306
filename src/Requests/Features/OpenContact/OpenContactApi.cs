using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.People;

namespace Suiying.Requests.Features;

internal static class OpenContactApi
{
    // A POST, because each opening is an act that is written down.
    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/{number}/contact-openings", Post).WithSummary("查看联系方式（留痕）");

    private static async Task<Results<Ok<Identity>, ProblemHttpResult>> Post(
        string number,
        OpenContact openContact,
        ClaimsPrincipal user,
        CancellationToken ct
    ) => (await openContact.Run(new OpenContact.Command { Number = number }, Actor.From(user), ct)).ToHttp();
}
