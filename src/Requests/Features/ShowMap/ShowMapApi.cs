using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Requests.Model;

namespace Suiying.Requests.Features;

internal static class ShowMapApi
{
    public sealed record Marks(int Total, int Unplaced, IReadOnlyList<MapPin> Pins);

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/map/pins", Get).AllowAnonymous().WithTags("requests").WithSummary("公开地图上的点，按位置聚合");

    private static async Task<Results<Ok<Marks>, ProblemHttpResult>> Get([AsParameters] Asked asked, ShowMap map, CancellationToken ct)
    {
        if (MapBox.Read(asked.Box) is not { } box)
            return Refusal.Invalid(new FieldProblem("box", "范围请写成 西,南,东,北 四个经纬度，例如 115.4,38.8,115.6,38.9。")).ToProblem();
        if (asked.Zoom is not (>= 0 and <= 24))
            return Refusal.Invalid(new FieldProblem("zoom", "缩放级别请写 0 到 24 之间的数。")).ToProblem();
        var address = new MapAddress
        {
            Area = asked.Area,
            Category = asked.Category,
            State = asked.State,
            Days = asked.Days,
        };
        if (!(await map.Run(address, ct)).Ok(out var counts, out var refusal))
            return refusal.ToProblem();
        return TypedResults.Ok(new Marks(counts.Total, counts.Unplaced, counts.Pins(box, asked.Zoom)));
    }

    internal sealed record Asked
    {
        public string? Box { get; init; }
        public double Zoom { get; init; }
        public string? Area { get; init; }
        public string? Category { get; init; }
        public string? State { get; init; }
        public string? Days { get; init; }
    }
}
