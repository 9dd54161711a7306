using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ApprovePublicTextApi
{
    public sealed record Body(string Text, bool Checked = false, int? Version = null, Guid? Key = null);

    public static void Map(RouteGroupBuilder requests) => requests.MapPost("/{number}/public-text", Post).WithSummary("审核公开文本");

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Post(
        string number,
        Body body,
        ApprovePublicText approvePublicText,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var command = new ApprovePublicText.Command
        {
            Target = new Target(number, body.Version, body.Key),
            Text = body.Text,
            Checked = body.Checked,
        };
        return (await approvePublicText.Run(command, Actor.From(user), ct)).ToHttp();
    }
}
