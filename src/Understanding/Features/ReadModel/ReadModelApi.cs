using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Suiying.Design;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Features;

/// <summary>A model's error matrix as a table.</summary>
internal static class ReadModelApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/admin/models/{{id:guid}}.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = "SystemAdmin,AuditAdmin,Supervisor" })
            .WithTags("models")
            .WithSummary("模型的误差表");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        Guid id,
        string ending,
        ReadModel readModel,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!(await readModel.Run(id, Actor.From(user), ct)).Ok(out var view, out var refusal))
            return refusal.ToProblem();
        var kind = t[UnderstandingWords.Of(view.Model.Kind)].Value;
        IEnumerable<string> Line(string when, Mistake m) =>
            [when, m.Decided, view.Names(m.Decided), m.Proposed, view.Names(m.Proposed), m.Count.ToString(CultureInfo.InvariantCulture)];
        string[] head = [t["何时"], t["决定的代码"], t["人的决定"], t["建议的代码"], t["模型的建议"], t["件数"]];
        var lines = view
            .Model.Measures.Mistakes.Select(m => Line(t["训练时"], m))
            .Concat(view.Since.Select(m => Line(t["启用后"], m)))
            .Prepend(head);
        return TableDownload.Of(ending, $"model-{view.Model.Kind}-{view.Model.Number}".ToLowerInvariant(), kind, lines);
    }
}
