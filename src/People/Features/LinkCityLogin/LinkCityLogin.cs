using Microsoft.AspNetCore.Identity;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>The security administrator says which person at the city's identity provider an account belongs to.</summary>
public sealed class LinkCityLogin(UserManager<StaffUser> users, CityLinks links, CityProvider provider)
{
    public sealed record Command
    {
        public required Guid Staff { get; init; }

        /// <summary>The provider's lasting number of the person, as its page of refusal shows it.</summary>
        public required string Subject { get; init; }
    }

    public async Task<Outcome<Done>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SecurityAdmin))
            return new NotAllowed();
        if (by.Id == command.Staff)
            return new NotOnOneself();
        var subject = command.Subject.Trim();
        if (subject.Length is 0 or > CityAnswer.Longest || subject.Any(char.IsControl))
            return Refusal.Invalid(new FieldProblem("subject", $"请填写对方在统一身份认证中的编号，不超过 {CityAnswer.Longest} 个字符。"));
        var user = await users.FindByIdAsync(command.Staff.ToString());
        if (user is null)
            return new NotFound();
        if (user.Demo)
            return new DemoAccount();
        if (await links.Of(user.Id, ct) is not [])
            return new CityLoginLinked();
        if (await provider.Find(ct) is not { Issuer.Length: > 0 and <= CityAnswer.Longest } says)
            return new CityLoginDown();

        return await links.Add(user, says.Issuer, subject, by) is { } refusal ? refusal : new Done();
    }
}
