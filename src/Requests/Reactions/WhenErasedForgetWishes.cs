using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Kernel.Events;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Reactions;

/// <summary>The places that a person followed, and how they wanted to be reached, go with their identity.</summary>
internal sealed class WhenErasedForgetWishes(RequestsDb db) : IConsumer<IdentityErased>
{
    public static string Name => "requests.forget-wishes";

    public async Task When(IdentityErased happened, Delivery delivery, CancellationToken ct)
    {
        await db.Followed.Where(f => f.PersonId == happened.Person).ExecuteDeleteAsync(ct);
        await db.TextOnly.Where(t => t.PersonId == happened.Person).ExecuteDeleteAsync(ct);
    }
}
