using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.Knowledge.Features;

/// <summary>GET /api/knowledge/{id}</summary>
internal static class OpenKnowledgeApi
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("/{id:guid}", Get).WithSummary("一条知识：已发布并且现行有效，否则是 404");

    private static async Task<Results<Ok<OpenKnowledge.Opened>, ProblemHttpResult>> Get(Guid id, OpenKnowledge open, CancellationToken ct)
    {
        if (!(await open.Run(id, counts: true, ct)).Ok(out var found, out var refusal))
            return refusal.ToProblem();
        return found.Content is null ? new Kernel.NotFound("这条问答已过期，不能作为现行政策。").ToProblem() : TypedResults.Ok(found);
    }
}
