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

/// <summary>The bulletin as PDF, Word and Excel; the workbook holds every unit of every group.</summary>
internal static class ReadBulletinApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"{ScoreAddress.Bulletin}.{{ending:regex(^(pdf|docx|xlsx)$)}}", Get)
            // Before the address of a unit, which would match it too.
            .WithOrder(-1)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "Supervisor,Leader" })
            .WithTags("scores")
            .WithSummary("月度通报的文件：PDF、Word、Excel");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string ending,
        string? month,
        ReadBulletin read,
        ICityRegistry registry,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        TimeProvider time,
        CancellationToken ct
    )
    {
        if (!ReadScores.Query.Of(month, null).Ok(out var query, out var refusal))
            return refusal.ToProblem();
        if (!(await read.Run(query, Actor.From(user), ct)).Ok(out var view, out refusal))
            return refusal.ToProblem();
        var document = BulletinDocument.Of(view, registry.Current, t);
        var name = $"{document.Title}{(document.Mark is { } mark ? $"-{mark}" : "")}.{ending}";
        var at = view.Releases is [var newest, ..] ? newest.At : time.GetUtcNow();
        switch (ending)
        {
            case "pdf" when DocumentFonts.OfMachine is { } fonts:
                return TypedResults.File(PdfFile.Of(document, fonts, at), "application/pdf", name);
            case "pdf":
                return new NoFontForPdf().ToProblem();
            case "docx":
                var word = WordFile.Of(document, DocumentFonts.OfMachine, registry.Current.City.Culture);
                return TypedResults.File(word, WordFile.ContentType, name);
            default:
                var sheets = view.Groups.Select(g => new Sheet(t[g.Group.Chinese()], ScoreTable.Lines(g, t))).ToList();
                return TypedResults.File(ExcelFile.Of(document, t["通报"], sheets), ExcelFile.ContentType, name);
        }
    }
}
