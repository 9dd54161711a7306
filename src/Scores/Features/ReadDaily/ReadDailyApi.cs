using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design.Documents;
using Suiying.Scores.Model;

namespace Suiying.Scores.Features;

/// <summary>The daily scores as PDF, Word and Excel; the workbook holds every unit of every group.</summary>
internal static class ReadDailyApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ScoreAddress.Daily}.{DocumentFile.Ending}", Get)
            // Before the address of a unit, which would match it too.
            .WithOrder(-1)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Supervisor,Leader" })
            .WithTags("scores")
            .WithSummary("考核日报的文件：PDF、Word、Excel");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? day,
        ReadDaily read,
        ICityRegistry registry,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!ReadDaily.Query.Of(day).Ok(out var query, out var refusal))
            return refusal.ToProblem();
        if (!(await read.Run(query, Actor.From(user), ct)).Ok(out var view, out refusal))
            return refusal.ToProblem();
        var city = registry.Current;
        var made = await DocumentFile.Of(
            ending,
            DailyDocument.Of(view, city, t),
            view.Span.Until,
            city.City.Culture,
            t["考核日报"],
            () =>
                Task.FromResult<IReadOnlyList<Sheet>>([
                    .. view.Groups.Select(g => new Sheet(t[g.Kind.Chinese()], ScoreTable.Lines(g.Rows, t))),
                ])
        );
        return made.Ok(out var file, out refusal) ? TypedResults.File(file.Bytes, file.ContentType, file.Name) : refusal.ToProblem();
    }
}
