using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Suiying.Contracts.Registry;

namespace Suiying.People.Features;

/// <summary>POST /staff/import/{id}/passwords: the first passwords as a table, written while they are made and kept nowhere.</summary>
internal static class GivePasswordsApi
{
    public static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost("/staff/import/{id:guid}/passwords", Give)
            .RequireAuthorization(new AuthorizeAttribute { Roles = nameof(Role.SystemAdmin) })
            .ExcludeFromDescription();

    // Parameters from a form make the framework check the antiforgery token.
    private static async Task<IResult> Give(
        Guid id,
        [FromForm] string? again,
        GivePasswords give,
        ICityRegistry registry,
        HttpContext http,
        CancellationToken ct
    )
    {
        var command = new GivePasswords.Command { Import = id, Again = again == "true" };
        if (!(await give.Run(command, Actor.From(http.User), ct)).Ok(out var given, out var refusal))
            return refusal.ToProblem();
        http.Response.Headers.CacheControl = "no-store";
        return Results.Stream(body => Write(body, given.Accounts, registry.Current, ct), "text/csv; charset=utf-8", "first-passwords.csv");
    }

    private static async Task Write(Stream body, IAsyncEnumerable<GivePasswords.Account> accounts, CitySnapshot city, CancellationToken ct)
    {
        await body.WriteAsync(CsvText.Row(["login", "name", "unit", "password"], first: true), ct);
        await foreach (var account in accounts)
        {
            await body.WriteAsync(CsvText.Row([account.Login, account.Name, city.Units.NameOf(account.Unit), account.Password]), ct);
            await body.FlushAsync(ct);
        }
    }
}
