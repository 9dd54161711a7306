using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;

namespace Suiying.People.Features;

/// <summary>
/// Signs a member of staff in by passkey. The authenticator has checked finger, face or PIN, so this is both factors at once; and since there
/// is nothing to guess, the lock-out does not stop it.
/// </summary>
public sealed class SignInPasskey(UserManager<StaffUser> users, SignInManager<StaffUser> signIn, SecondStep step)
{
    public const int LongestCredential = 20_000;

    /// <summary>The challenge, as the browser's script reads it; good for five minutes and for nobody in particular.</summary>
    public Task<string> Offer() => signIn.MakePasskeyRequestOptionsAsync(null);

    public async Task<Outcome<StaffUser>> Run(string? credential, Actor by, CancellationToken ct)
    {
        if (await Assert(credential) is not { Succeeded: true } shown || shown.User is not { Active: true } user)
            return Refused();
        // The counter that gives a copied passkey away.
        if (!(await users.AddOrUpdatePasskeyAsync(user, shown.Passkey)).Succeeded)
            return Refused();
        await step.Enter(user, SignInWay.Passkey, ct);
        return user;
    }

    private static PasskeyRefused Refused()
    {
        SignInMeasures.Failed(SignInMeasures.Passkey);
        return new PasskeyRefused();
    }

    private async Task<PasskeyAssertionResult<StaffUser>?> Assert(string? credential)
    {
        if (credential?.Length is not (> 0 and <= LongestCredential))
            return null;
        try
        {
            return await signIn.PerformPasskeyAssertionAsync(credential);
        }
        catch (InvalidOperationException)
        {
            // The framework's way to say that no challenge is open: expired, used, or meant for adding.
            return null;
        }
    }
}
