using Suiying.Contracts.People;

namespace Suiying.People.Features;

/// <summary>Who holds the phone is the person sealed under it; a phone not seen before becomes a new sealed person.</summary>
public sealed class SignInResident(CheckPhoneCode check, ISealedIdentities identities, TimeProvider time)
{
    public async Task<Outcome<PersonId>> Run(CheckPhoneCode.Command command, Actor by, CancellationToken ct)
    {
        var checkedCode = await check.Run(command, by, ct);
        if (!checkedCode.Ok(out _, out var refusal))
            return refusal;
        var id = new PersonId(Guid.CreateVersion7(time.GetUtcNow()));
        return await identities.Seal(id, new Identity { Phone = command.Phone }, ct);
    }
}
