using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>What follows a right password, or the word of the city's identity provider.</summary>
public enum SignInStep
{
    Done,
    Code,
    Enrol,
}

/// <summary>Lets in who has shown enough; asks the others for a code, or leads them to set up a second factor where their role demands one.</summary>
public sealed class SecondStep(SecondFactors factors, SecondFactorRule rule, HalfSignIn half, StaffSessions sessions, SignInGuard guard)
{
    public async Task<SignInStep> Go(StaffUser user, SignInWay way, CancellationToken ct)
    {
        var next =
            await factors.Find(user.Id, ct) is not null ? SignInStep.Code
            : rule.Demands(user) ? SignInStep.Enrol
            : SignInStep.Done;
        // Tries are forgiven only to who is wholly in: a stolen password must not buy guesses at the code without end.
        if (next == SignInStep.Done)
            await Enter(user, way, ct);
        else
            await half.Begin(user, way);
        return next;
    }

    public async Task Enter(StaffUser user, SignInWay way, CancellationToken ct)
    {
        await guard.Clear(user.UserName!, ct);
        await half.End();
        await sessions.Begin(user, way, ct);
    }
}
