using System.Security.Claims;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Localization;
using Suiying.Contracts.Registry;
using Suiying.Design;
using Suiying.Understanding.Model;

namespace Suiying.Understanding.Features;

/// <summary>The requests of a topic as a table.</summary>
internal static class ReadTopicApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet($"/desk/topics/{{number}}/list.{TableDownload.Ending}", Get)
            .RequireAuthorization(new AuthorizeAttribute { Roles = string.Join(',', ListTopics.Readers) })
            .WithTags("topics")
            .WithSummary("一个热点的全部工单，CSV 或 Excel");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Get(
        string number,
        string ending,
        ReadTopic read,
        ICityRegistry registry,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        if (!(await read.Run(number, Actor.From(user), ct)).Ok(out var view, out var refusal))
            return refusal.ToProblem();
        var city = registry.Current;
        string[] head = [t["工单编号"], t["标题"], t["类别"], t["地点"], t["状态"], t["承办单位"], t["登记"], t["我也遇到"]];
        var lines = view
            .Members.Select(m =>
                (IEnumerable<string>)
                    [
                        m.Row.Number,
                        m.Row.Title,
                        city.Categories.FullName(m.Row.Category),
                        city.Areas.FullName(m.Row.Area),
                        m.State,
                        m.Unit,
                        $"{city.Calendar.Local(m.Row.RegisteredAt):yyyy-MM-dd HH:mm}",
                        $"{m.Row.Supporters}",
                    ]
            )
            .Prepend(head);
        return TableDownload.Of(ending, $"topic-{view.Topic.Key}", t[UnderstandingWords.Of(view.Topic.Found.Kind)], lines);
    }
}
