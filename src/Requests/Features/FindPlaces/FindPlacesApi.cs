using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Requests.Features;

internal static class FindPlacesApi
{
    public static void Map(IEndpointRouteBuilder routes)
    {
        var places = routes.MapGroup("/api/places").WithTags("places").AllowAnonymous();
        places.MapGet("/", Get).WithSummary("按名称或位置找村、社区、乡镇、街道");
        places.MapGet("/nearest", Nearest).WithSummary("离一个位置最近的村或社区");
    }

    private static async Task<Results<Ok<IReadOnlyList<FoundPlace>>, ProblemHttpResult>> Get(
        string? q,
        double? lon,
        double? lat,
        FindPlaces findPlaces,
        CancellationToken ct
    )
    {
        var query = new FindPlaces.Query
        {
            Words = q,
            Longitude = lon,
            Latitude = lat,
        };
        return (await findPlaces.Run(query, ct)).ToHttp();
    }

    private static async Task<Results<Ok<FoundPlace>, ProblemHttpResult>> Nearest(
        double lon,
        double lat,
        FindPlaces findPlaces,
        CancellationToken ct
    )
    {
        var outcome = await findPlaces.Run(new FindPlaces.Query { Longitude = lon, Latitude = lat }, ct);
        if (!outcome.Ok(out var places, out var refusal))
            return refusal.ToProblem();
        return places.Count > 0 ? TypedResults.Ok(places[0]) : new Kernel.NotFound("附近没有已知的村或社区。").ToProblem();
    }
}
