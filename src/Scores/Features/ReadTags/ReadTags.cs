using Suiying.Contracts.Registry;
using Suiying.Scores.Model;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Features;

/// <summary>七有五性: what people answered by the twelve heads of daily life, and under each by category.</summary>
public sealed class ReadTags(ScoreBook book, ICityRegistry registry, TimeProvider time)
{
    public sealed record Query
    {
        /// <summary>Of scores; null for the running one.</summary>
        public DateOnly? Month { get; init; }

        /// <summary>As an address has it; what is left out is the running month.</summary>
        public static Outcome<Query> Of(string? month) =>
            !string.IsNullOrEmpty(month) && ScoreAddress.Problem(month) is { } problem
                ? problem
                : new Query { Month = ScoreAddress.MonthIn(month) };
    }

    /// <param name="Name">One of <see cref="LifeTags.All"/>; null for what has none.</param>
    /// <param name="Counts">Of all its categories.</param>
    /// <param name="Rates">By the scheme in force.</param>
    /// <param name="Categories">The ones with most callbacks first.</param>
    public sealed record Head(string? Name, RateCounts Counts, ThreeRates Rates, IReadOnlyList<CategoryScore> Categories);

    /// <param name="Name">In full.</param>
    /// <param name="Code">Of the category.</param>
    /// <param name="Counts">Of what is filed under it.</param>
    /// <param name="Rates">By the scheme in force.</param>
    public sealed record CategoryScore(string Name, string Code, RateCounts Counts, ThreeRates Rates);

    /// <param name="Span">The month of scores.</param>
    /// <param name="Months">That have callbacks, newest first, and the running one.</param>
    /// <param name="Book">As the month stands.</param>
    /// <param name="Heads">In the order of <see cref="LifeTags.All"/>; those without a callback too.</param>
    /// <param name="Together">Sums of all heads.</param>
    public sealed record View(
        MonthSpan Span,
        IReadOnlyList<DateOnly> Months,
        ScoreBook.Month Book,
        IReadOnlyList<Head> Heads,
        RateCounts Together
    )
    {
        public DateOnly Month => Span.Month;
    }

    public async Task<Outcome<View>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!ScoreAccess.MayRead(by))
            return new NotAllowed();
        var city = registry.Current;
        var today = city.Calendar.DateOf(time.GetUtcNow());
        var running = city.Scores.MonthOf(today);
        var month = query.Month ?? running;
        var open = await book.Open(month, SumOf.Category, ct);
        var byTag = open.Sums.ToLookup(s => TagOf(city.Categories, s.Key));
        var heads = LifeTags.All.Cast<string?>().Append(null).Select(tag => Make(tag, byTag[tag ?? ""], open.Scheme, city)).ToList();
        if (heads[^1].Counts == default)
            heads.RemoveAt(heads.Count - 1);
        return new View(
            MonthSpan.Of(month, open.Scheme, today),
            await book.Months(running, ct),
            open,
            heads,
            heads.Aggregate(default(RateCounts), (sum, head) => sum + head.Counts)
        );
    }

    private static Head Make(string? tag, IEnumerable<MonthSum> sums, ScoreScheme scheme, CitySnapshot city)
    {
        var categories = sums.Select(s => new CategoryScore(
                city.Categories.FullName(s.Key) is { Length: > 0 } name ? name : s.Key,
                s.Key,
                s.Counts,
                s.Counts.By(scheme)
            ))
            .OrderByDescending(c => c.Counts.Valid)
            .ThenBy(c => c.Code, StringComparer.Ordinal)
            .ToList();
        var counts = categories.Aggregate(default(RateCounts), (sum, c) => sum + c.Counts);
        return new Head(tag, counts, counts.By(scheme), categories);
    }

    /// <summary>Its own, or that of the nearest category above; empty for none.</summary>
    private static string TagOf(CategoryTree categories, string code) =>
        categories.Upwards(code).Select(c => c.Tag).FirstOrDefault(t => t is not null) ?? "";
}
