using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The second step of signing in: a code of the authenticator program, or one of the recovery codes. Each is used once.</summary>
public sealed class CheckSecondFactor(PeopleDb db, HalfSignIn half, SecondFactors factors, SignInGuard guard, SecondStep step)
{
    public async Task<Outcome<StaffUser>> Run(string? typed, Actor by, CancellationToken ct)
    {
        if (await half.Who() is not { } user || await factors.Find(user.Id, ct) is not { } factor)
            return new SignInAgain();
        var guess = await guard.Take(user.UserName!, ct);
        var way = guess.Allowed ? factors.Use(factor, typed) : null;
        if (way is null)
        {
            if (guess.LocksUntil is { } until)
                factors.Note(user, AccountChangeKind.Locked, Actor.Visitor, $"{until:O}");
            await db.SaveChangesAsync(ct);
            SignInMeasures.Failed(SignInMeasures.Code);
            return new SecondFactorNotRight();
        }

        if (way == SignInWay.PasswordAndRecoveryCode)
            factors.Note(user, AccountChangeKind.RecoveryCodeUsed, Actor.Visitor with { Id = user.Id, Name = user.DisplayName });
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateConcurrencyException)
        {
            // Somebody used the same code a moment before.
            return new SecondFactorNotRight();
        }
        await step.Enter(user, await half.With(way.Value), ct);
        return user;
    }
}
