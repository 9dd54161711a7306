namespace Suiying.Scores.Model;

/// <summary>季度: three months of scores, those whose names lie in one quarter of the calendar.</summary>
/// <param name="Year">Of the months' names.</param>
/// <param name="Number">1 to 4.</param>
public readonly record struct Quarter(int Year, int Number)
{
    public DateOnly FirstMonth => new(Year, 3 * Number - 2, 1);

    public DateOnly LastMonth => FirstMonth.AddMonths(2);

    public Quarter Next => Of(FirstMonth.AddMonths(3));

    /// <summary>The one in which a month of scores lies.</summary>
    public static Quarter Of(DateOnly month) => new(month.Year, (month.Month + 2) / 3);
}
