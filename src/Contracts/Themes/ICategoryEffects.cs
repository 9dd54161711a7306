using Suiying.Kernel;

namespace Suiying.Contracts.Themes;

/// <summary>诉求变化: what became of the requests of a kind since a work began, by 双重差分 against the same weeks of an earlier year and all else in the city.</summary>
/// <param name="From">The first Monday that is judged.</param>
/// <param name="Weeks">So many whole weeks.</param>
/// <param name="Before">Requests of the same weeks before.</param>
/// <param name="After">Requests of these weeks.</param>
/// <param name="Ratio">How they changed beside all other requests; 1 is no change; null where it cannot be told.</param>
/// <param name="Low">Lower end of the interval of 95 %.</param>
/// <param name="High">Upper end.</param>
public sealed record CategoryEffect(DateOnly From, int Weeks, int Before, int After, double? Ratio, double? Low, double? High);

/// <summary>Measures what became of requests.</summary>
public interface ICategoryEffects
{
    /// <summary>The effect since the Monday after a day; refused where too few weeks are over.</summary>
    /// <param name="category">Code of the category, with all below it.</param>
    /// <param name="startedOn">When the work began.</param>
    /// <param name="ct">Gives up.</param>
    Task<Outcome<CategoryEffect>> Since(string category, DateOnly startedOn, CancellationToken ct);
}
