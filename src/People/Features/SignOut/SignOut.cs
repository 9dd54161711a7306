using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http;

namespace Suiying.People.Features;

/// <summary>Ends the session of whoever is signed in, staff or resident.</summary>
public sealed class SignOut(IHttpContextAccessor http, StaffSessions sessions)
{
    public async Task<Outcome<Done>> Run(Actor by, CancellationToken ct)
    {
        if (http.HttpContext is not { } context)
            return new NotFound();
        await sessions.EndThis(ct);
        await context.SignOutAsync(Sessions.Scheme);
        return new Done();
    }
}
