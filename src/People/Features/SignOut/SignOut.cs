using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;
using Suiying.People.Model;

namespace Suiying.People.Features;

/// <summary>Ends the session of whoever is signed in, staff or resident.</summary>
public sealed class SignOut(IHttpContextAccessor http, StaffSessions sessions, CityLogin city)
{
    /// <param name="ByCity">They had come in by the city's identity provider, where they may be signed in still.</param>
    public sealed record Left(bool ByCity);

    public async Task<Outcome<Left>> Run(Actor by, CancellationToken ct)
    {
        if (http.HttpContext is not { } context)
            return new NotFound();
        var way = city.On ? await sessions.Way(ct) : null;
        await sessions.EndThis(ct);
        await context.SignOutAsync(Sessions.Scheme);
        return new Left(way is SignInWay.CityLogin or SignInWay.CityLoginAndCode or SignInWay.CityLoginAndRecoveryCode);
    }
}
