using Suiying.Contracts.Requests;

namespace Suiying.Contracts.Registry;

/// <summary>考核方案: how a city counts its three rates 三率. The city chooses; what it chose is printed under every table.</summary>
public sealed record ScoreScheme
{
    public static readonly ScoreScheme Usual = new();

    /// <summary>Weight of 响应率 in the score, in percent. The three weights sum to 100; 10, 50 and 40 are those of a published Beijing district.</summary>
    public int RespondedWeight { get; init; } = 10;

    /// <summary>Weight of 解决率, in percent.</summary>
    public int SolvedWeight { get; init; } = 50;

    /// <summary>Weight of 满意率, in percent.</summary>
    public int SatisfiedWeight { get; init; } = 40;

    /// <summary>What 部分解决 counts of 解决, in percent: 0 to 100.</summary>
    public int PartlySolvedPercent { get; init; }

    /// <summary>What 基本满意 counts of 满意, in percent: 0 to 100.</summary>
    public int MostlySatisfiedPercent { get; init; } = 90;

    /// <summary>What becomes of a question that was not answered: 未评价, and 是否联系 that was left out.</summary>
    public NotSaidCounts NotSaid { get; init; } = NotSaidCounts.LeftOut;

    /// <summary>Units with fewer valid callbacks are listed without a rank, at least 1.</summary>
    public int LeastCallbacks { get; init; } = 10;

    /// <summary>The day of the month on which a month of scores begins at 0:00, 1 to 28; it is named by the month in which it ends.</summary>
    public int MonthDay { get; init; } = 19;

    /// <summary>The hour at which a day of scores begins, 0 to 23; it is named by the day on which it ends. Noon to noon where a city says nothing.</summary>
    public int DayHour { get; init; } = 12;

    /// <summary>Types of requests that are in no score, 表扬 where a city says nothing. 举报 never are.</summary>
    public IReadOnlyList<RequestType> LeftOutTypes
    {
        get => field ?? [];
        init;
    } = [RequestType.Praise];

    /// <summary>So many days after its last one a month of scores is closed by itself, 1 to 60, unless exclusions are still undecided.</summary>
    public int CloseDays { get; init; } = 12;

    /// <summary>A unit asks for an exclusion 剔除 within so many working days after the callback, 1 to 30.</summary>
    public int ExclusionAskDays { get; init; } = 3;

    /// <summary>An exclusion is decided within so many working days after it was asked for, 1 to 30.</summary>
    public int ExclusionDecideDays { get; init; } = 5;

    /// <summary>Who is in which of the four classes; null where the city says nothing, see <see cref="ClassesInForce"/>.</summary>
    public ClassRules? Classes { get; init; }

    /// <summary>The article that is cited, or 示例.</summary>
    public string Basis { get; init; } = "示例";

    /// <summary>False until somebody has read the source.</summary>
    public bool Verified { get; init; }

    /// <summary>The rules of classes that the city chose, or the usual ones.</summary>
    public ClassRules ClassesInForce() => Classes ?? ClassRules.Usual;

    /// <summary>The month of scores to which a day belongs, as its first day of the calendar: 2026-11-19 belongs to 2026-12 where months begin on the 19th.</summary>
    public DateOnly MonthOf(DateOnly day)
    {
        var first = new DateOnly(day.Year, day.Month, 1);
        return MonthDay > 1 && day.Day >= MonthDay ? first.AddMonths(1) : first;
    }

    /// <summary>The days of a month of scores, the second no longer in it.</summary>
    public (DateOnly From, DateOnly Until) DaysOf(DateOnly month)
    {
        var end = new DateOnly(month.Year, month.Month, MonthDay);
        return MonthDay > 1 ? (end.AddMonths(-1), end) : (end, end.AddMonths(1));
    }
}

/// <summary>What becomes of an answer that was left out.</summary>
public enum NotSaidCounts
{
    /// <summary>不计入分母</summary>
    LeftOut,

    /// <summary>按满意计</summary>
    Satisfied,

    /// <summary>按不满意计</summary>
    Unsatisfied,
}
