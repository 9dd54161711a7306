using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.Registry;

namespace Suiying.People.Features;

/// <summary>GET /staff/export with the filters of the list, and /staff/import/template.</summary>
internal static class ExportStaffApi
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/staff/export", Export)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "SystemAdmin,SecurityAdmin,AuditAdmin" })
            .ExcludeFromDescription();
        routes
            .MapGet("/staff/import/template", Template)
            .RequireAuthorization(new AuthorizeAttribute { Roles = nameof(Role.SystemAdmin) })
            .ExcludeFromDescription();
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Export(
        ExportStaff export,
        ICityRegistry registry,
        HttpContext http,
        CancellationToken ct
    )
    {
        var query = StaffQuery.Of(http.Request.Query);
        http.Response.Headers.CacheControl = "no-store";
        var outcome = await export.Run(query.ToFilter(registry.Current.Units), Actor.From(http.User), ct);
        return outcome.Ok(out var table, out var refusal) ? TypedResults.File(table, Csv, "staff.csv") : refusal.ToProblem();
    }

    private static FileContentHttpResult Template(ICityRegistry registry)
    {
        var city = registry.Current;
        var unit = city.Units.All.FirstOrDefault(u => !u.IsClosed())?.Code ?? "";
        return TypedResults.File(ExportStaff.Template(unit, city.City.Code), Csv, "staff-template.csv");
    }
}
