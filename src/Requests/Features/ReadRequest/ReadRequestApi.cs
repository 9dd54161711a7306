using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

internal static class ReadRequestApi
{
    public static void Map(RouteGroupBuilder requests) => requests.MapGet("/{number}", Get).WithSummary("工单详情");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Get(
        string number,
        ReadRequest readRequest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var outcome = await readRequest.Run(new ReadRequest.Query { Number = number }, Actor.From(user), ct);
        return outcome.Ok(out var detail, out var refusal) ? TypedResults.Ok(Answer.Of(detail)) : refusal.ToProblem();
    }

    /// <summary>The detail without what only pages need; never anything sealed.</summary>
    public sealed record Answer(
        RequestRow Request,
        int Version,
        string Text,
        string? MaskedPhone,
        IReadOnlyList<RequestAction> Available,
        IReadOnlyList<Step> History
    )
    {
        public static Answer Of(RequestDetail detail) =>
            new(
                detail.Row,
                detail.Request.Version,
                detail.Text,
                detail.MaskedPhone,
                [.. detail.Available.Order()],
                [
                    .. detail.History.Select(h => new Step(
                        h.Transition.Seq,
                        h.Transition.At,
                        h.Transition.Action,
                        h.Transition.To,
                        h.Transition.ActorName,
                        h.UnitName,
                        h.Text
                    )),
                ]
            );
    }

    public sealed record Step(int Seq, DateTimeOffset At, RequestAction Action, RequestState To, string By, string Unit, string? Text);
}
