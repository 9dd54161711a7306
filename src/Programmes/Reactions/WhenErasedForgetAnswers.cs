using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Kernel.Events;
using Suiying.Programmes.Storage;

namespace Suiying.Programmes.Reactions;

/// <summary>What a person answered goes with their identity; an idea stays and is nobody's. A score that was signed stays as it was.</summary>
internal sealed class WhenErasedForgetAnswers(ProgrammesDb db) : IConsumer<IdentityErased>
{
    public static string Name => "programmes.forget-answers";

    public async Task When(IdentityErased happened, Delivery delivery, CancellationToken ct)
    {
        await db.Answers.Where(a => a.PersonId == happened.Person).ExecuteDeleteAsync(ct);
        await db
            .Proposals.Where(p => p.PersonId == happened.Person)
            .ExecuteUpdateAsync(p => p.SetProperty(x => x.PersonId, (Guid?)null), ct);
    }
}
