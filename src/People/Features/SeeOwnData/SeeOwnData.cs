using Suiying.Contracts.People;

namespace Suiying.People.Features;

/// <summary>The person reads what is sealed about them (个人信息保护法 45). Their own opening is logged as any other.</summary>
public sealed class SeeOwnData(ISealedIdentities identities)
{
    public async Task<Outcome<Identity>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Resident) || by.Id == Guid.Empty)
            return new NotAllowed();
        var identity = await identities.Open(new PersonId(by.Id), OpeningPurpose.OwnData, "本人", by, ct);
        return identity is null ? new NotFound() : identity;
    }
}
