using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.People;
using Suiying.Kernel.Events;
using Suiying.Themes.Storage;

namespace Suiying.Themes.Reactions;

/// <summary>What a person thought of themes goes with their identity; what was counted when a theme was decided stays.</summary>
internal sealed class WhenErasedForgetOpinions(ThemesDb db) : IConsumer<IdentityErased>
{
    public static string Name => "themes.forget-opinions";

    public Task When(IdentityErased happened, Delivery delivery, CancellationToken ct) =>
        db.Opinions.Where(o => o.PersonId == happened.Person).ExecuteDeleteAsync(ct);
}
