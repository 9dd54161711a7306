namespace Suiying.Contracts.Registry;

/// <summary>每月一题的办法: how a city chooses its themes of the year and works on them. The city chooses; what it chose is printed on the pages.</summary>
public sealed record ThemeScheme
{
    public const int ListCount = 3;

    public static readonly ThemeScheme Usual = new();

    /// <summary>三清单: names of the three lists of a plan, in their order. Cities differ: 问题, 任务, 责任 or 政策.</summary>
    public IReadOnlyList<string> Lists
    {
        get => field ?? Usual.Lists;
        init;
    } = ["问题清单", "任务清单", "责任清单"];

    /// <summary>Weight of 反映普遍 in the score card, in percent. The four weights sum to 100.</summary>
    public int WideWeight { get; init; } = 25;

    /// <summary>Weight of 量大面广, in percent.</summary>
    public int VolumeWeight { get; init; } = 25;

    /// <summary>Weight of 久拖能解: long unsolved but solvable, in percent.</summary>
    public int UnsolvedWeight { get; init; } = 25;

    /// <summary>Weight of 适合出政策, in percent.</summary>
    public int ReadyWeight { get; init; } = 25;

    /// <summary>Opinions are asked for at least so many days, 1 to 180. 重大行政决策程序暂行条例第十五条: generally 30.</summary>
    public int OpinionDays { get; init; } = 30;

    /// <summary>A published theme is looked back at after so many months, 1 to 24.</summary>
    public int LookBackMonths { get; init; } = 6;

    /// <summary>Categories with fewer requests in 52 weeks are not offered as candidates, 1 to 100,000.</summary>
    public int LeastRequests { get; init; } = 50;

    /// <summary>季节表: times of the year before which matters of a kind are looked after before anybody calls; none where the city says nothing.</summary>
    public IReadOnlyList<SeasonRule> Seasons
    {
        get => field ?? [];
        init;
    } = [];

    /// <summary>The article that is cited, or 示例.</summary>
    public string Basis { get; init; } = "示例";

    /// <summary>False until somebody has read the source.</summary>
    public bool Verified { get; init; }
}
