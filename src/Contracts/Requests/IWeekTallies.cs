namespace Suiying.Contracts.Requests;

/// <summary>How many requests of one category came from one place in one week. Shielded matters and 举报 are in no count.</summary>
/// <param name="Week">Which of the weeks that were asked for, from 0.</param>
/// <param name="Category">Code of the category as it was filed.</param>
/// <param name="Area">Code of the county, or of the area within the county that was asked for; null where the place is not known.</param>
/// <param name="Requests">How many.</param>
/// <param name="Synthetic">How many of them were made by a generator.</param>
public sealed record WeekTally(int Week, string Category, string? Area, int Requests, int Synthetic);

/// <summary>The counts of some weeks as they were at one moment; the same object while they are kept.</summary>
/// <param name="Cells">Those that are not zero, in no order.</param>
/// <param name="AsOf">When they were counted.</param>
public sealed record WeekTallySet(IReadOnlyList<WeekTally> Cells, DateTimeOffset AsOf);

/// <summary>What lies behind a count of one week.</summary>
/// <param name="Requests">How many requests.</param>
/// <param name="People">By how many people; one who gave no name counts as one.</param>
/// <param name="Numbers">The newest requests, by number.</param>
public sealed record WeekMatters(int Requests, int People, IReadOnlyList<string> Numbers);

/// <summary>周计数: counts requests by category, place and week for who compares a week with earlier ones; nothing that a person wrote is told.</summary>
public interface IWeekTallies
{
    /// <summary>
    /// Requests by category, place and week of registration. What has no category is not counted. Counts are kept: they are at most a quarter
    /// of an hour old.
    /// </summary>
    /// <param name="starts">Beginnings of the weeks in rising order, and the end of the last one; two at least.</param>
    /// <param name="county">Code of a county whose areas are counted; null for all counties as a whole.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<WeekTallySet> Count(IReadOnlyList<DateTimeOffset> starts, string? county, CancellationToken ct);

    /// <summary>The requests of a category and all below it in an area and all below it, registered from a moment up to another.</summary>
    /// <param name="category">Code; retired categories count for the one that took their place.</param>
    /// <param name="area">Code.</param>
    /// <param name="from">First moment.</param>
    /// <param name="until">First moment after it.</param>
    /// <param name="ct">Ends the wait.</param>
    Task<WeekMatters> Behind(string category, string area, DateTimeOffset from, DateTimeOffset until, CancellationToken ct);
}
