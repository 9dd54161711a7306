using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;

namespace Suiying.People.Features;

public static class SignInResidentApi
{
    public static void Map(RouteGroupBuilder people) =>
        people.MapPost("/phone-codes/check", Check).WithSummary("Checks a code and signs the resident in by cookie for 30 minutes.");

    private static async Task<Results<Ok<Done>, ProblemHttpResult>> Check(
        CheckPhoneCode.Command command,
        SignInResident signIn,
        Sessions sessions,
        HttpContext http,
        CancellationToken ct
    )
    {
        var outcome = await signIn.Run(command, Actor.From(http.User), ct);
        if (!outcome.Ok(out var person, out var refusal))
            return refusal.ToProblem();
        await sessions.SignInResident(http, person);
        return TypedResults.Ok(new Done());
    }
}
