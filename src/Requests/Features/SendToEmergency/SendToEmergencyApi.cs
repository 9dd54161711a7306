using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class SendToEmergencyApi
{
    public sealed record Body(EmergencyLine Line, string? Reference = null, string? Remark = null, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/handover", Post).WithSummary("转单给紧急救助");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        SendToEmergency sendToEmergency,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new SendToEmergency.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Line = body.Line,
            Reference = body.Reference,
            Remark = body.Remark,
        };
        return (await sendToEmergency.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
