using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Kernel.Events;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Reactions;

/// <summary>The places that a person followed go with their identity.</summary>
internal sealed class WhenErasedForgetPlaces(RequestsDb db) : IConsumer<IdentityErased>
{
    public static string Name => "requests.forget-places";

    public Task When(IdentityErased happened, Delivery delivery, CancellationToken ct) =>
        db.Followed.Where(f => f.PersonId == happened.Person).ExecuteDeleteAsync(ct);
}
