using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.Understanding;

namespace Suiying.Requests.Features;

internal static class SuggestDispatchApi
{
    public sealed record Body(string? Text = null, string? Category = null, string? Area = null, string? Accused = null);

    /// <param name="Categories">诉求类别, best first.</param>
    /// <param name="Places">Codes of areas that the words may mean, best first.</param>
    /// <param name="Units">承办单位, best first.</param>
    public sealed record Answer(IReadOnlyList<CategoryLine> Categories, IReadOnlyList<string> Places, IReadOnlyList<UnitLine> Units);

    /// <param name="Code">Of the category.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Confidence">0 to 1; null where only words agree.</param>
    /// <param name="Sure">False where it is one of several.</param>
    /// <param name="Words">The words that decided.</param>
    public sealed record CategoryLine(string Code, string Name, double? Confidence, bool Sure, IReadOnlyList<string> Words);

    /// <param name="Code">Of the unit.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Confidence">0 to 1; null where no decision speaks.</param>
    /// <param name="Reasons">Each in a sentence.</param>
    public sealed record UnitLine(string Code, string Name, double? Confidence, IReadOnlyList<string> Reasons);

    public static void Map(RouteGroupBuilder requests) =>
        requests.MapPost("/reading", Post).WithSummary("读懂诉求：类别、地点、单位的建议");

    private static async Task<Results<Ok<Answer>, ProblemHttpResult>> Post(
        Body body,
        SuggestDispatch suggest,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var asked = new MatterAsked
        {
            Text = body.Text ?? "",
            Category = body.Category,
            Area = body.Area,
            Accused = body.Accused,
        };
        if (!(await suggest.Run(asked, Actor.From(user), ct)).Ok(out var reading, out var refusal))
            return refusal.ToProblem();
        return TypedResults.Ok(
            new Answer(
                [.. reading.Categories.Select(c => new CategoryLine(c.Category.Code, c.Category.Name, c.Confidence, c.Sure, c.Words))],
                [.. reading.Places.Select(a => a.Code)],
                [
                    .. reading.Units.Select(u => new UnitLine(
                        u.Unit.Code,
                        u.Unit.Name,
                        u.Confidence,
                        [.. u.Reasons.Select(r => r.ToString())]
                    )),
                ]
            )
        );
    }
}
