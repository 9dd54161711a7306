using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Understanding;

namespace Suiying.Requests.Features;

internal static class SuggestDispatchApi
{
    public sealed record Body(string? Text = null, string? Category = null, string? Area = null, string? Accused = null);

    /// <param name="Categories">诉求类别, best first.</param>
    /// <param name="Places">Where it may lie, best first.</param>
    /// <param name="Danger">紧急信号; null where no word tells of danger.</param>
    /// <param name="Units">承办单位, best first.</param>
    public sealed record Answer(
        IReadOnlyList<CategoryLine> Categories,
        IReadOnlyList<PlaceLine> Places,
        DangerLine? Danger,
        IReadOnlyList<UnitLine> Units
    );

    /// <param name="Code">Of the category.</param>
    /// <param name="Name">Its name.</param>
    /// <param name="Confidence">0 to 1; null where only words agree.</param>
    /// <param name="Sure">False where it is one of several.</param>
    /// <param name="Words">The words that decided.</param>
    public sealed record CategoryLine(string Code, string Name, double? Confidence, bool Sure, IReadOnlyList<string> Words);

    /// <param name="Code">Of the area.</param>
    /// <param name="Name">From county to the area.</param>
    /// <param name="Confidence">0 to 1.</param>
    /// <param name="Sure">False where several share the name and a person has to ask.</param>
    /// <param name="Words">The words that name it.</param>
    public sealed record PlaceLine(string Code, string Name, double Confidence, bool Sure, IReadOnlyList<string> Words);

    /// <param name="Kind">危险种类 by its stable name.</param>
    /// <param name="Name">The same for a person.</param>
    /// <param name="Grade">1 特急 or 2 紧急.</param>
    /// <param name="Words">The words that tell of it.</param>
    public sealed record DangerLine(string Kind, string Name, int Grade, IReadOnlyList<string> Words);

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
        ICityRegistry registry,
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
                [
                    .. reading.Places.Select(p => new PlaceLine(
                        p.Area.Code,
                        registry.Current.Areas.FullName(p.Area.Code),
                        p.Confidence,
                        p.Sure,
                        p.Words
                    )),
                ],
                reading.Danger is { } danger ? new DangerLine(danger.Kind, danger.Name.ToString(), danger.Grade, danger.Words) : null,
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
