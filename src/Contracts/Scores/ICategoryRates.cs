namespace Suiying.Contracts.Scores;

/// <summary>What people answered of one category in some months of scores.</summary>
/// <param name="Category">Code as requests are filed; those below it have lines of their own.</param>
/// <param name="Valid">有效回访</param>
/// <param name="Solved">Those who said that it was solved; partly solved ones are not among them.</param>
public sealed record CategoryRate(string Category, int Valid, int Solved);

/// <summary>解决情况 by category, as the callbacks give it today, for who compares categories.</summary>
public interface ICategoryRates
{
    /// <summary>Categories with a callback from one month of scores to another, both counted in; months by their first day of the calendar.</summary>
    Task<IReadOnlyList<CategoryRate>> Between(DateOnly from, DateOnly to, CancellationToken ct);
}
