using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.Registry;

namespace Suiying.Registry.Features;

/// <summary>GET /admin/data/export: a zip, of the newest version, of a version, or of the end of a local day.</summary>
internal static class ExportCityApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/admin/data/export", Run)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "SystemAdmin,AuditAdmin" })
            .ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Run(
        int? version,
        DateOnly? date,
        ExportCity export,
        ICityRegistry registry,
        HttpContext http,
        CancellationToken ct
    )
    {
        DateTimeOffset? end = null;
        if (date is { } day)
        {
            var zone = registry.Current.Calendar.Zone;
            var midnight = day.AddDays(1).ToDateTime(TimeOnly.MinValue);
            end = new DateTimeOffset(midnight, zone.GetUtcOffset(midnight));
        }
        var outcome = await export.Run(new ExportCity.Query { Version = version, At = end }, Actor.From(http.User), ct);
        return outcome.Ok(out var file, out var refusal)
            ? TypedResults.File(file.Content, "application/zip", file.Name)
            : refusal.ToProblem();
    }
}
