using Microsoft.EntityFrameworkCore;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// A member of staff sets up an authenticator program: signed in, with the password asked once more; or on the way in, where the role
/// demands it.
/// </summary>
public sealed class AddSecondFactor(PeopleDb db, PasswordAgain password, SecondFactors factors, HalfSignIn half, SecondStep step)
{
    public sealed record Command
    {
        /// <summary>The secret as the page gave it out, sealed.</summary>
        public required string? Offer { get; init; }

        public required string? Code { get; init; }

        /// <summary>Asked of who is signed in already.</summary>
        public required string? Password { get; init; }

        public override string ToString() => "AddSecondFactor(sealed)";
    }

    /// <summary>Whose second factor this page sets up, and whether they are still on the way in; null for a stranger.</summary>
    public async Task<(StaffUser User, bool OnTheWay)?> Who(Actor by, CancellationToken ct)
    {
        // Who has one already comes past it first.
        if (await half.Who() is { } entering && await factors.Find(entering.Id, ct) is null)
            return (entering, true);
        var user = await db.Staff.SingleOrDefaultAsync(s => s.Id == by.Id, ct);
        return user is null ? null : (user, false);
    }

    /// <summary>The recovery codes, to be shown once.</summary>
    public async Task<Outcome<IReadOnlyList<string>>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (await Who(by, ct) is not var (user, onTheWay))
            return new SignInAgain();
        if (user.Demo)
            return new DemoAccount();
        if (factors.Secret(user, command.Offer) is not { } secret)
            return new SecondFactorOfferOver();
        if (!onTheWay && await password.Ask(user, command.Password, ct) is { } refusal)
            return refusal;
        if (factors.Step(secret, command.Code) is not { } used)
            return new SecondFactorNotRight();

        var codes = await factors.Set(user, secret, used, ct);
        factors.Note(user, AccountChangeKind.SecondFactorSet, Actor.Visitor with { Id = user.Id, Name = user.DisplayName });
        await db.SaveChangesAsync(ct);
        if (onTheWay)
            await step.Enter(user, await half.With(SignInWay.PasswordAndCode), ct);
        return codes.ToList();
    }
}
