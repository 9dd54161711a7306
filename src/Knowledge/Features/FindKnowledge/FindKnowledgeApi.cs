using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Knowledge.Model;

namespace Suiying.Knowledge.Features;

/// <summary>GET /api/knowledge?q=&amp;category=&amp;audience=&amp;after=</summary>
internal static class FindKnowledgeApi
{
    /// <summary>What others build on: plain texts, without marks.</summary>
    public sealed record Row(Guid Id, string Title, string Snippet, string Owner, DateOnly? ValidUntil, DateOnly UpdatedOn);

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapGet("", Get).WithSummary("查知识：只有已发布并且现行有效的；q 是问题，可以按类别和对象筛选");

    private static async Task<Ok<Slice<Row>>> Get(
        FindKnowledge find,
        CancellationToken ct,
        string? q = null,
        string? category = null,
        Audience? audience = null,
        Guid? after = null
    )
    {
        var query = new FindKnowledge.Query
        {
            Words = q,
            Category = category,
            Audience = audience,
            After = after,
        };
        var found = await find.Run(query, ct);
        return TypedResults.Ok(found.Select(l => new Row(l.Id, Plain(l.Title), Plain(l.Snippet), l.Owner, l.ValidUntil, l.UpdatedOn)));
    }

    private static string Plain(IEnumerable<Engines.Text.TextPart> parts) => string.Concat(parts.Select(p => p.Text));
}
