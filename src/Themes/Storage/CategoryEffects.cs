using Suiying.Contracts.Themes;

namespace Suiying.Themes.Storage;

/// <summary>Tells other modules what a theme's own evaluation would find.</summary>
internal sealed class CategoryEffects(EffectReader effects) : ICategoryEffects
{
    public async Task<Outcome<CategoryEffect>> Since(string category, DateOnly startedOn, CancellationToken ct) =>
        (await effects.Change(category, startedOn, startedOn, ct)).Ok(out var effect, out var refusal) ? effect.Change : refusal;
}
