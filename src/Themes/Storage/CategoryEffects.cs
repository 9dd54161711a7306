using Suiying.Contracts.Themes;

namespace Suiying.Themes.Storage;

/// <summary>Tells other modules what a theme's own evaluation would find.</summary>
internal sealed class CategoryEffects(EffectReader effects) : ICategoryEffects
{
    public async Task<Outcome<CategoryEffect>> Since(string category, DateOnly startedOn, CancellationToken ct)
    {
        if (!(await effects.Change(category, startedOn, startedOn, ct)).Ok(out var effect, out var refusal))
            return refusal;
        return new CategoryEffect(
            effect.From,
            effect.Weeks.Count,
            effect.Before,
            effect.After,
            effect.Found?.Ratio,
            effect.Found?.Low,
            effect.Found?.High
        );
    }
}
