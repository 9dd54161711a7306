using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>
/// Signs a member of staff in by the word of the city's identity provider: who is linked enters; who is not is linked by the sign-in name,
/// where the settings say which claim holds it, or refused with a word on whom to ask. Nobody gets a role by it.
/// </summary>
public sealed class SignInCity(UserManager<StaffUser> users, CityLinks links, SecondFactors factors, SecondStep step, CityLogin login)
{
    public async Task<Outcome<SignInStaff.Entry>> Run(CityAnswer? shown, Actor by, CancellationToken ct)
    {
        var outcome = await Enter(shown, ct);
        if (outcome.Refusal is not null)
            SignInMeasures.Failed(SignInMeasures.City);
        return outcome;
    }

    private async Task<Outcome<SignInStaff.Entry>> Enter(CityAnswer? shown, CancellationToken ct)
    {
        if (shown is null)
            return new CityLoginNotDone();
        var user = await users.FindByLoginAsync(shown.Issuer, shown.Subject) ?? await Link(shown, ct);
        if (user is null)
            return new CityLoginUnknown(shown.Subject);
        if (!user.Active || user.Demo)
            return new CityLoginClosed();
        if (!shown.SecondFactor)
            return new SignInStaff.Entry(user, await step.Go(user, SignInWay.CityLogin, ct));
        await step.Enter(user, SignInWay.CityLogin, ct);
        return new SignInStaff.Entry(user, SignInStep.Done);
    }

    /// <summary>Null where nobody of that name may be linked without the security administrator.</summary>
    private async Task<StaffUser?> Link(CityAnswer shown, CancellationToken ct)
    {
        if (shown.Login is not { } name)
            return null;
        var user = await users.FindByNameAsync(name);
        if (user is null && login.Creates)
            user = await Create(name, shown.Name ?? name);
        // A provider's word alone must not open the three administrators' accounts: whoever runs it could name themselves so.
        if (user is not { Active: true, Demo: false } || AdministratorSeparation.IsAdministrator(user.Roles))
            return null;
        if (await links.Of(user.Id, ct) is not [])
            return null;
        return await links.Add(user, shown.Issuer, shown.Subject, ActingAlone(user)) is null ? user : null;
    }

    private async Task<StaffUser?> Create(string name, string called)
    {
        var profile = new StaffProfile(name, called.Length > 40 ? called[..40] : called, null, null);
        if (profile.Problems().Any())
            return null;
        var user = factors.NewAccount(profile);
        return (await users.CreateAsync(user)).Succeeded ? user : null;
    }

    private static Actor ActingAlone(StaffUser user) => Actor.Visitor with { Id = user.Id, Name = user.DisplayName };
}
