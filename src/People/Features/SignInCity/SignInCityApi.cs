using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

public static partial class SignInCityApi
{
    public const string Address = "/signin/city/start";

    public static void Map(IEndpointRouteBuilder routes)
    {
        if (routes.ServiceProvider.GetRequiredService<CityLogin>().On)
            routes.MapGet(Address, Start).AllowAnonymous().ExcludeFromDescription();
    }

    // A link and not a form: a form that ends at another site is stopped by our own policy of content.
    private static async Task<Results<EmptyHttpResult, RedirectHttpResult>> Start(
        string? returnUrl,
        CityProvider provider,
        ILogger<CityProvider> log,
        HttpContext http
    )
    {
        var target = LocalUrl.OrElse(returnUrl, "/me");
        if (await provider.Find(http.RequestAborted) is null)
            return TypedResults.LocalRedirect(CityOpenId.Back(CityProblem.Down, target));
        try
        {
            await http.ChallengeAsync(CityOpenId.Scheme, CityOpenId.Onward(target));
            return TypedResults.Empty;
        }
        catch (Exception problem) when (!http.Response.HasStarted && !http.RequestAborted.IsCancellationRequested)
        {
            // Where the provider wants the request beforehand, it is already asked here.
            NotStarted(log, problem);
            return TypedResults.LocalRedirect(CityOpenId.Back(CityProblem.Down, target));
        }
    }

    [LoggerMessage(LogLevel.Warning, "Signing in by the city's provider could not be started")]
    private static partial void NotStarted(ILogger logger, Exception problem);
}
