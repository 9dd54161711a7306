using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

internal static class FindNearbyApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/api/requests/nearby", Get)
            .AllowAnonymous()
            .WithTags("requests")
            .WithSummary("附近公开的诉求：box=西,南,东,北，或 lon、lat 和 radius（米）；as=html 得到可直接放进页面的片段");

    private static async Task<Results<Ok<Nearby>, RazorComponentResult, ProblemHttpResult>> Get(
        [AsParameters] Asked asked,
        FindNearby find,
        CancellationToken ct
    )
    {
        if (!BoxOf(asked).Ok(out var box, out var refusal))
            return refusal.ToProblem();
        var query = new FindNearby.Query
        {
            Box = box.Box,
            Category = asked.Category,
            Ended = asked.Ended,
        };
        if (!(await find.Run(query, ct)).Ok(out var near, out refusal))
            return refusal.ToProblem();
        return asked.As == "html"
            ? new RazorComponentResult(typeof(NearbyList), new Dictionary<string, object?> { [nameof(NearbyList.Near)] = near })
            : TypedResults.Ok(near);
    }

    private static Outcome<Where> BoxOf(Asked asked)
    {
        if (asked.Box is { Length: > 0 })
            return MapBox.Read(asked.Box) is { } box
                ? new Where(box)
                : Refusal.Invalid(new FieldProblem("box", "范围请写成 西,南,东,北 四个经纬度，例如 115.4,38.8,115.5,38.9。"));
        if (asked is not { Lon: >= -180 and <= 180, Lat: >= -89 and <= 89 })
            return Refusal.Invalid(new FieldProblem("lon", "请给出 box，或者 lon（−180 到 180）和 lat（−89 到 89）。"));
        var radius = asked.Radius ?? 1000;
        if (radius is not (> 0 and <= FindNearby.MostMetres))
            return Refusal.Invalid(new FieldProblem("radius", $"半径请写 1 到 {FindNearby.MostMetres} 米。"));
        return new Where(MapBox.Around(asked.Lon!.Value, asked.Lat!.Value, radius));
    }

    private sealed record Where(MapBox Box);

    internal sealed record Asked
    {
        public string? Box { get; init; }
        public double? Lon { get; init; }
        public double? Lat { get; init; }
        public double? Radius { get; init; }
        public string? Category { get; init; }
        public bool? Ended { get; init; }
        public string? As { get; init; }
    }
}
