using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Knowledge.Features;

/// <summary>GET /knowledge.csv and, for who imports, /desk/knowledge/template.csv.</summary>
internal static class ExportKnowledgeApi
{
    private const string Csv = "text/csv; charset=utf-8";

    public static void Map(IEndpointRouteBuilder routes)
    {
        routes.MapGet("/knowledge.csv", Export).AllowAnonymous().WithTags("knowledge").WithSummary("全部已发布的知识，一张表");
        routes
            .MapGet(
                "/desk/knowledge/template.csv",
                (ExportKnowledge export) => TypedResults.File(export.Template(), Csv, "knowledge-template.csv")
            )
            .RequireAuthorization(new AuthorizeAttribute { Roles = "UnitHandler,Reviewer" })
            .ExcludeFromDescription();
    }

    private static async Task<FileContentHttpResult> Export(ExportKnowledge export, CancellationToken ct)
    {
        var table = await export.Run(ct);
        return TypedResults.File(table.Csv, Csv, Translations.Of(table.Synthetic ? "知识库-演示数据.csv" : "知识库.csv"));
    }
}
