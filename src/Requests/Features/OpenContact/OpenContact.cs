using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>查看联系方式: opens the person's identity for the purpose that the actor's part in this request allows. Logged by the seal.</summary>
public sealed class OpenContact(RequestsDb db, ICityRegistry registry, ISealedIdentities identities, TimeProvider time)
{
    public sealed record Command
    {
        public required string Number { get; init; }
    }

    public async Task<Outcome<Identity>> Run(Command command, Actor by, CancellationToken ct)
    {
        var city = registry.Current;
        var request = await db.Requests.AsNoTracking().FirstOrDefaultAsync(r => r.Number == command.Number, ct);
        if (request is null || !RequestAccess.MaySee(by, request, city))
            return new NotFound();
        if (request.PersonId is not { } person)
            return new NoIdentity();
        if (RequestAccess.MayOpenContact(by, request, city, time.GetUtcNow()) is not { } purpose)
            return request.Shielded ? new ContactSealed() : new NotAllowed();

        var identity = await identities.Open(new PersonId(person), purpose, request.Number, by, ct);
        return identity is null ? new NoIdentity() : identity;
    }
}
