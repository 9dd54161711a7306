using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Programmes.Model;

namespace Suiying.Programmes.Features;

/// <summary>点位 of a programme's year, as marks of a map.</summary>
internal static class PinsApi
{
    /// <param name="Area">What is opened by a press: id of the project and index of the site.</param>
    /// <param name="Name">名称</param>
    /// <param name="Longitude">WGS-84 degrees.</param>
    /// <param name="Latitude">WGS-84 degrees.</param>
    /// <param name="Open">1 where the project is not ended.</param>
    /// <param name="Ended">1 where it is.</param>
    /// <param name="Supporters">Always 0.</param>
    /// <param name="Places">Always 1.</param>
    /// <param name="Box">West, south, east and north of the mark.</param>
    public sealed record Pin(
        string Area,
        string Name,
        double Longitude,
        double Latitude,
        int Open,
        int Ended,
        int Supporters,
        int Places,
        IReadOnlyList<double> Box
    );

    /// <param name="Pins">Those within the box.</param>
    public sealed record Marks(IReadOnlyList<Pin> Pins);

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet(ProgrammeAddress.Pins, Get).AllowAnonymous().WithTags("projects").WithSummary("民生实事的点位");
        // A map's mark opens a list of its area; here that is a project.
        routes
            .MapGet(
                ProgrammeAddress.OfPin,
                (Guid? area) =>
                    TypedResults.LocalRedirect(area is { } id ? $"~{ProgrammeAddress.PublicAt(id)}" : $"~{ProgrammeAddress.Public}")
            )
            .AllowAnonymous()
            .WithTags("projects")
            .WithSummary("由地图上的点打开项目");
    }

    private static async Task<Results<Ok<Marks>, ProblemHttpResult>> Get(
        string? programme,
        string? year,
        string? box,
        ShowProjects show,
        CancellationToken ct
    )
    {
        var edges = (box ?? "")
            .Split(',')
            .Select(e => double.TryParse(e, NumberStyles.Float, CultureInfo.InvariantCulture, out var edge) ? edge : double.NaN)
            .ToList();
        if (edges.Count != 4 || edges.Any(e => !double.IsFinite(e)))
            return Refusal.Invalid(new FieldProblem("box", "范围请写成 西,南,东,北 四个经纬度，例如 115.4,38.8,115.6,38.9。")).ToProblem();
        int? asked = int.TryParse(year, NumberStyles.None, CultureInfo.InvariantCulture, out var y) ? y : null;
        var view = await show.Run(programme, asked, ct);
        return TypedResults.Ok(
            new Marks([
                .. view
                    .Sites.Where(s => s.Site.Longitude >= edges[0] && s.Site.Longitude <= edges[2])
                    .Where(s => s.Site.Latitude >= edges[1] && s.Site.Latitude <= edges[3])
                    .Select(Of),
            ])
        );
    }

    private static Pin Of((Project Project, ProjectSite Site, int Index) at)
    {
        var (lon, lat) = (at.Site.Longitude, at.Site.Latitude);
        var ended = at.Project.IsInspected;
        return new Pin(
            $"{at.Project.Id}",
            $"{at.Site.Name}（{at.Project.Title}）",
            lon,
            lat,
            ended ? 0 : 1,
            ended ? 1 : 0,
            0,
            1,
            [lon - 0.01, lat - 0.01, lon + 0.01, lat + 0.01]
        );
    }
}
