using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class GiveInstructionApi
{
    public sealed record Body(string Instruction, string? Leader = null, DateTimeOffset? Due = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/instructions", Post).WithSummary("领导批示");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        GiveInstruction giveInstruction,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new GiveInstruction.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Instruction = body.Instruction,
            Leader = body.Leader,
            Due = body.Due,
        };
        return (await giveInstruction.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
