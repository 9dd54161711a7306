using System.Globalization;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Extensions.DependencyInjection;
using Suiying.Testing;

namespace Suiying.Tests.Hostile;

/// <summary>Every address that takes something, from the host's own list, so that a new one is never forgotten.</summary>
internal static class Doors
{
    /// <summary>Paths that answer a POST, with something in the place of each parameter.</summary>
    public static IReadOnlyList<string> Posts(SuiyingApp app) => [.. Routes(app, "POST").Select(r => Filled(r, "260302000001"))];

    /// <summary>Paths that answer a GET, with these in the place of each parameter of their kind.</summary>
    public static IReadOnlyList<string> Gets(SuiyingApp app, string value, Guid id = default, long serial = 1) =>
        [.. Routes(app, "GET").Select(r => Filled(r, value, id, serial))];

    private static IEnumerable<RoutePattern> Routes(SuiyingApp app, string method) =>
        app
            .Services.GetServices<EndpointDataSource>()
            .SelectMany(s => s.Endpoints)
            .OfType<RouteEndpoint>()
            .Where(e => e.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains(method) == true)
            .Select(e => e.RoutePattern)
            // The framework's own, and files that are served as they are.
            .Where(p =>
                !p.RawText!.Contains("_blazor", StringComparison.Ordinal) && !p.RawText.Contains("_framework", StringComparison.Ordinal)
            )
            .Where(p => p.Parameters.Count > 0 || !p.RawText!.Contains('.', StringComparison.Ordinal))
            .DistinctBy(p => p.RawText);

    private static string Filled(RoutePattern pattern, string value, Guid id = default, long serial = 1) =>
        "/"
        + string.Join(
            '/',
            pattern.PathSegments.Select(segment =>
                string.Concat(
                    segment.Parts.Select(part =>
                        part switch
                        {
                            RoutePatternLiteralPart literal => literal.Content,
                            RoutePatternSeparatorPart separator => separator.Content,
                            RoutePatternParameterPart { Name: "format" } => "json",
                            RoutePatternParameterPart parameter => Of(parameter, value, id, serial),
                            _ => "",
                        }
                    )
                )
            )
        );

    private static string Of(RoutePatternParameterPart parameter, string value, Guid id, long serial) =>
        (parameter.ParameterPolicies is [var policy, ..] ? policy.Content : null) switch
        {
            "int" or "long" => string.Create(CultureInfo.InvariantCulture, $"{serial}"),
            "guid" => id.ToString(),
            _ => parameter.Name == "name" ? "intake" : Uri.EscapeDataString(value),
        };
}
