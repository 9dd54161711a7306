using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.People.Features;

public static class SendPhoneCodeApi
{
    public static void Map(RouteGroupBuilder people) =>
        people.MapPost("/phone-codes", Send).WithSummary("Sends a six-digit code to a phone.");

    private static async Task<Results<Ok<Done>, ProblemHttpResult>> Send(
        SendPhoneCode.Command command,
        SendPhoneCode send,
        ClaimsPrincipal user,
        CancellationToken ct
    ) => (await send.Run(command, Actor.From(user), ct)).ToHttp();
}
