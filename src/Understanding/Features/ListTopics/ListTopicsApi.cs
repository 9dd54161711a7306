using System.Globalization;
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
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>The board as a table and as marks of its map.</summary>
internal static class ListTopicsApi
{
    /// <summary>One topic on the map, as the map draws it.</summary>
    /// <param name="Name">Its title.</param>
    /// <param name="Open">Requests that have not ended.</param>
    /// <param name="Ended">Those that have.</param>
    /// <param name="Supporters">How many others met the same.</param>
    /// <param name="Places">1.</param>
    /// <param name="Area">Code of the area that is opened; null where there is none.</param>
    /// <param name="Box">West, south, east, north.</param>
    /// <param name="Longitude">WGS-84 degrees.</param>
    /// <param name="Latitude">WGS-84 degrees.</param>
    public sealed record TopicPin(
        string Name,
        int Open,
        int Ended,
        int Supporters,
        int Places,
        string? Area,
        IReadOnlyList<double> Box,
        double Longitude,
        double Latitude
    );

    public sealed record Marks(IReadOnlyList<TopicPin> Pins);

    public static void Map(IEndpointRouteBuilder routes)
    {
        var readers = new AuthorizeAttribute { Roles = string.Join(',', ListTopics.Readers) };
        routes
            .MapGet($"/desk/topics.{TableDownload.Ending}", Table)
            .RequireAuthorization(readers)
            .WithTags("topics")
            .WithSummary("热点和共性问题，CSV 或 Excel");
        routes.MapGet("/api/topics/pins", Pins).RequireAuthorization(readers).WithTags("topics").WithSummary("地图上的热点");
    }

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> Table(
        string ending,
        string? area,
        string? category,
        ListTopics list,
        ICityRegistry registry,
        IStringLocalizer<Texts> t,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var query = new ListTopics.Query { Area = area, Category = category };
        if (!(await list.Run(query, Actor.From(user), ct)).Ok(out var view, out var refusal))
            return refusal.ToProblem();
        var city = registry.Current;
        string Day(DateTimeOffset at) => $"{city.Calendar.Local(at):yyyy-MM-dd}";
        IEnumerable<string> Line(HotTopic topic, int rank) =>
            [
                t[UnderstandingWords.Of(topic.Found.Kind)],
                $"{rank}",
                topic.Found.Title,
                city.Areas.FullName(topic.Area?.Code),
                city.Categories.FullName(topic.Category),
                $"{topic.Found.People}",
                $"{topic.Found.Requests}",
                $"{topic.Found.Likes}",
                $"{topic.Found.Recent}",
                $"{topic.Found.Before}",
                Day(topic.Found.First),
                Day(topic.Found.Last),
                topic.Found.Heat.ToString("0.0", CultureInfo.InvariantCulture),
                string.Join(' ', TopicWords.Said(topic, city)),
                topic.Key,
            ];
        string[] head =
        [
            t["种类"],
            t["序号"],
            t["标题"],
            t["地点"],
            t["类别"],
            t["人数"],
            t["件数"],
            t["我也遇到"],
            t["近14天件数"],
            t["前14天件数"],
            t["首次"],
            t["最近"],
            t["热度"],
            t["共同的说法"],
            t["首件工单编号"],
        ];
        var lines = view
            .Topics.Select((topic, i) => Line(topic, i + 1))
            .Concat(view.Themes.Select((theme, i) => Line(theme, i + 1)))
            .Prepend(head);
        return TableDownload.Of(ending, "topics", t["热点"], lines);
    }

    private static async Task<Results<Ok<Marks>, ProblemHttpResult>> Pins(
        string? area,
        string? category,
        ListTopics list,
        MatterWindow window,
        ClaimsPrincipal user,
        CancellationToken ct
    )
    {
        var query = new ListTopics.Query { Area = area, Category = category };
        if (!(await list.Run(query, Actor.From(user), ct)).Ok(out var view, out var refusal))
            return refusal.ToProblem();
        return TypedResults.Ok(new Marks([.. view.Topics.Take(ListTopics.Shown).Select(t => PinOf(t, window)).OfType<TopicPin>()]));
    }

    private static TopicPin? PinOf(HotTopic topic, MatterWindow window)
    {
        if (topic.Point is not { } point)
            return null;
        var rows = window.Rows(topic.Found.Members);
        var ended = rows.Count(r => r.Ended);
        return new TopicPin(
            topic.Found.Title,
            rows.Count - ended,
            ended,
            rows.Sum(r => r.Supporters),
            1,
            topic.Area?.Code,
            [point.Longitude, point.Latitude, point.Longitude, point.Latitude],
            point.Longitude,
            point.Latitude
        );
    }
}
