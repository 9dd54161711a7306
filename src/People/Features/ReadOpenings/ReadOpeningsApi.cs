using System.Security.Claims;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.People;

namespace Suiying.People.Features;

public static class ReadOpeningsApi
{
    public static void Map(RouteGroupBuilder people) =>
        people
            .MapGet("/openings", Read)
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.AuditAdmin)))
            .WithSummary("Who opened whose identity for which matter, newest first.");

    private static async Task<Results<Ok<Slice<ReadOpenings.Line>>, ProblemHttpResult>> Read(
        ReadOpenings read,
        ClaimsPrincipal user,
        CancellationToken ct,
        string? matter = null,
        OpeningPurpose? purpose = null,
        long? before = null,
        int size = 50
    )
    {
        var filter = new ReadOpenings.Filter
        {
            Matter = matter,
            Purpose = purpose,
            Before = before,
            Size = size,
        };
        return (await read.Run(filter, Actor.From(user), ct)).ToHttp();
    }
}
