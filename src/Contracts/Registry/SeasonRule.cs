namespace Suiying.Contracts.Registry;

/// <summary>季节: a time that comes back each year, with the kinds of matters that come with it, such as 供暖季 or 汛期.</summary>
public sealed record SeasonRule
{
    public const int MostLeadDays = 120;

    /// <summary>As people call it.</summary>
    public required string Name { get; init; }

    /// <summary>Codes of categories, each with all below it.</summary>
    public required IReadOnlyList<string> Categories { get; init; }

    /// <summary>The first day, of whatever year.</summary>
    public required DayOfYear From { get; init; }

    /// <summary>The last day; in the next year where it lies before the first.</summary>
    public required DayOfYear Until { get; init; }

    /// <summary>So many days before the first one work begins, 0 to <see cref="MostLeadDays"/>.</summary>
    public int LeadDays { get; init; } = 30;

    /// <summary>The season that a day lies in or shortly before; null where it is none of both.</summary>
    public (DateOnly From, DateOnly Until)? Near(DateOnly day)
    {
        for (var year = day.Year - 1; year <= day.Year + 1; year++)
        {
            var from = From.In(year);
            var until = Until.In(year) is var end && end < from ? Until.In(year + 1) : end;
            if (day >= from.AddDays(-LeadDays) && day <= until)
                return (from, until);
        }
        return null;
    }
}

/// <summary>A day of any year.</summary>
/// <param name="Month">1 to 12.</param>
/// <param name="Day">1 to 31; in a month that is shorter its last day.</param>
public readonly record struct DayOfYear(int Month, int Day)
{
    public DateOnly In(int year) => new(year, Month, Math.Min(Day, DateTime.DaysInMonth(year, Month)));

    public override string ToString() => $"{Month:00}-{Day:00}";
}
