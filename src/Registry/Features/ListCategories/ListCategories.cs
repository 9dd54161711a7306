using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Registry.Features;

/// <summary>类别一览: the tree by steps, or what a word finds in names, codes, synonyms and examples.</summary>
public sealed class ListCategories(ICityRegistry registry, TimeProvider time)
{
    public const int Size = 50;

    public sealed record Filter
    {
        /// <summary>Part of a name, a code, a synonym or an example.</summary>
        public string? Search { get; init; }

        /// <summary>Without a search: the category whose children are listed; the first level where null.</summary>
        public string? Under { get; init; }

        public int Skip { get; init; }
    }

    /// <param name="Path">From the first level to the category whose children are listed; empty for a search and at the first level.</param>
    /// <param name="Rows">At most <see cref="Size"/>.</param>
    /// <param name="Total">How many there are.</param>
    public sealed record View(IReadOnlyList<Category> Path, IReadOnlyList<Line> Rows, int Total);

    /// <param name="Category">The category.</param>
    /// <param name="Reply">The rule that sets the reply of such a matter at its usual grade.</param>
    public sealed record Line(Category Category, DeadlineRule Reply);

    public Task<Outcome<View>> Run(Filter filter, Actor by, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        if (!by.IsAny(Role.SystemAdmin, Role.AuditAdmin))
            return Task.FromResult<Outcome<View>>(new NotAllowed());
        var tree = registry.Current.Categories;
        var words = filter.Search?.Trim() ?? "";
        List<Category> path = words.Length > 0 ? [] : [.. tree.Upwards(filter.Under).Reverse()];
        var all = (
            words.Length > 0 ? tree.All.Where(c => Holds(c, words))
            : path.Count > 0 ? tree.Children(path[^1].Code)
            : tree.Roots
        ).OrderBy(c => c.IsRetired()).ThenBy(c => c.Code, StringComparer.Ordinal).ToList();
        var rows = all.Skip(Math.Max(0, filter.Skip)).Take(Size).Select(c => new Line(c, Reply(c)));
        return Task.FromResult<Outcome<View>>(new View(path, [.. rows], all.Count));
    }

    private DeadlineRule Reply(Category category) =>
        registry.Current.DeadlineOf(DeadlineKind.Reply, category.Code, category.Grade, time.GetUtcNow()).Rule;

    private static bool Holds(Category category, string words) =>
        new[] { category.Name, category.Code }
            .Concat(category.Synonyms)
            .Concat(category.Examples)
            .Any(text => text.Contains(words, StringComparison.OrdinalIgnoreCase));
}
