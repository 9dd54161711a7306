using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

internal static class FindOpen311RequestsApi
{
    private static readonly string[] States = ["open", "closed"];

    public static void Map(IEndpointRouteBuilder open311)
    {
        open311.MapGet("/v2/requests.{format}", List).WithSummary("Open311：公开诉求");
        open311.MapGet("/v2/requests/{number}.{format}", Get).WithSummary("Open311：一件诉求");
        open311.MapGet("/v2/tokens/{token}.{format}", Token).WithSummary("Open311：凭token取编号");
    }

    private static Task<IResult> List(
        string format,
        HttpContext http,
        Open311Door door,
        FindOpen311Requests find,
        ICityRegistry registry,
        TimeProvider time
    ) =>
        door.Read(
            http,
            format,
            async (input, caller) =>
            {
                var city = registry.Current;
                var filter = Read(input, city, time.GetUtcNow());
                var extensions = input.Flag("extensions");
                if (input.Wrong is { } wrong)
                    return wrong;
                return (await find.Run(filter, caller, extensions, http.RequestAborted)).Ok(out var found, out var refusal)
                    ? Answer.OfRequests(found.Select(f => Outgoing.Request(f.View, f.Own, city, extensions, f.Notes)))
                    : refusal;
            }
        );

    private static Task<IResult> Get(
        string number,
        string format,
        HttpContext http,
        Open311Door door,
        FindOpen311Requests find,
        ICityRegistry registry
    ) =>
        One(
            (number, format),
            http,
            door,
            find,
            (found, input) => Outgoing.Request(found.View, found.Own, registry.Current, input.Flag("extensions"), found.Notes)
        );

    /// <summary>An id is given at once, so a token is the id itself.</summary>
    private static Task<IResult> Token(string token, string format, HttpContext http, Open311Door door, FindOpen311Requests find) =>
        One(
            (token, format),
            http,
            door,
            find,
            (found, _) => new Fields { { "service_request_id", found.View.Number }, { "token", token } }
        );

    private static Task<IResult> One(
        (string Number, string Format) asked,
        HttpContext http,
        Open311Door door,
        FindOpen311Requests find,
        Func<FindOpen311Requests.Found, Input, Fields> show
    ) =>
        door.Read(
            http,
            asked.Format,
            async (input, caller) =>
                await find.RunOne(asked.Number, caller, input.Flag("extensions"), http.RequestAborted) is { } found
                    ? Answer.OfRequests([show(found, input)])
                    : new RequestUnknown()
        );

    /// <summary>Ids come before everything else, as GeoReport says.</summary>
    internal static ViewFilter Read(Input input, CitySnapshot city, DateTimeOffset now, bool anySpan = false)
    {
        var (skip, take) = input.Paging();
        if (input.Many("service_request_id") is { } numbers)
            return new ViewFilter
            {
                Numbers = numbers,
                Skip = skip,
                Take = take,
            };
        var services = input.Many("service_code");
        if (services?.FirstOrDefault(code => city.Categories.Find(code) is null) is { } unknown)
            input.Problem("service_code", $"没有这个事项：{unknown}。");
        var states = input.Many("status");
        if (states?.Any(state => !States.Contains(state)) == true)
            input.Problem("status", "只能是open、closed。");
        var (from, before) = input.Span(now, anySpan);
        return new ViewFilter
        {
            Categories = services,
            From = from,
            Before = before,
            Ended = states is [var only] ? only == "closed" : null,
            Skip = skip,
            Take = take,
        };
    }
}
