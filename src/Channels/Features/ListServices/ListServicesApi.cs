using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Suiying.Channels.Model;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

internal static class ListServicesApi
{
    private const string Specification = "http://wiki.open311.org/GeoReport_v2";

    /// <summary>When what this door answers last changed.</summary>
    private const string Changed = "2026-11-25T00:00:00Z";

    public static void Map(IEndpointRouteBuilder open311)
    {
        open311.MapGet("/discovery.{format}", Discover).WithSummary("Open311：接口说明");
        open311.MapGet("/v2/discovery.{format}", Discover).ExcludeFromDescription();
        open311.MapGet("/v2/services.{format}", List).WithSummary("Open311：事项");
        open311.MapGet("/v2/services/{code}.{format}", Describe).WithSummary("Open311：一个事项要填的内容");
    }

    private static Task<IResult> Discover(string format, HttpContext http, Open311Door door, ICityRegistry registry) =>
        door.Read(http, format, (_, _) => Task.FromResult<Outcome<Answer>>(Discovery(http.Request, registry.Current.City)));

    private static Task<IResult> List(
        string format,
        HttpContext http,
        Open311Door door,
        ListServices listServices,
        ICityRegistry registry
    ) =>
        door.Read(
            http,
            format,
            async (_, _) =>
            {
                var tree = registry.Current.Categories;
                var services = await listServices.Run();
                return new Answer("services", new Items("service", [.. services.Select(s => ServiceCatalog.ToFields(s, tree))]));
            }
        );

    private static Task<IResult> Describe(string code, string format, HttpContext http, Open311Door door, ListServices listServices) =>
        door.Read(
            http,
            format,
            async (_, _) =>
                (await listServices.Run(code)).Ok(out var service, out var refusal)
                    ? new Answer("service_definition", ServiceCatalog.Definition(service))
                    : refusal
        );

    private static Answer Discovery(HttpRequest request, CityProfile city)
    {
        var endpoint = new Fields
        {
            { "specification", Specification },
            { "url", $"{request.Scheme}://{request.Host}{request.PathBase}/open311/v2" },
            { "changeset", Changed },
            { "type", city.Synthetic ? "test" : "production" },
            { "formats", new Items("format", ["text/xml", "application/json"]) },
        };
        return new Answer(
            "discovery",
            new Fields
            {
                { "changeset", Changed },
                { "contact", $"{city.Name} {city.Hotline}" },
                { "key_service", $"接口密钥由热线管理单位发放，请拨打{city.Hotline}。" },
                { "endpoints", new Items("endpoint", [endpoint]) },
            }
        );
    }
}
