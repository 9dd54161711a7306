using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class TransferEmergencyApi
{
    public sealed record Body(
        EmergencyLine Line,
        HandoverMode Mode = HandoverMode.Hot,
        string? Reference = null,
        string? Remark = null,
        int? Version = null,
        Guid? Key = null
    );

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/emergency", Post).WithSummary("转紧急救助");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        TransferEmergency transferEmergency,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new TransferEmergency.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Line = body.Line,
            Mode = body.Mode,
            Reference = body.Reference,
            Remark = body.Remark,
        };
        return (await transferEmergency.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
