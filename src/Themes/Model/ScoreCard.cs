using Suiying.Contracts.Registry;

namespace Suiying.Themes.Model;

/// <summary>评分卡的四项: what makes a matter a theme.</summary>
public enum CardTest
{
    /// <summary>反映普遍: the grass roots and citizens tell of it widely.</summary>
    Wide,

    /// <summary>量大面广: many requests from many places.</summary>
    Volume,

    /// <summary>久拖能解: long unsolved but solvable.</summary>
    Unsolved,

    /// <summary>适合出政策: fit for new policy of the city.</summary>
    Ready,
}

/// <summary>What a person says of one test.</summary>
/// <param name="Points">0 to <see cref="ScoreCard.MostPoints"/>.</param>
/// <param name="Reason">Why.</param>
public sealed record CardMark(int Points, string Reason);

/// <summary>评分卡: what the numbers say of a candidate, and what a person makes of it. The program counts; a person gives points, with reasons.</summary>
/// <param name="Figures">As they were counted when it was judged.</param>
/// <param name="Marks">One for each test, in the order of <see cref="CardTest"/>; none before it was judged.</param>
public sealed record ScoreCard(ThemeFigures Figures, IReadOnlyList<CardMark> Marks)
{
    public const int MostPoints = 5;

    public static readonly IReadOnlyList<CardTest> Tests = Enum.GetValues<CardTest>();

    /// <summary>0 to 100 by the city's weights; null before it was judged.</summary>
    public double? Total(ThemeScheme scheme) =>
        Marks.Count == 0 ? null : Tests.Sum(test => WeightOf(test, scheme) * Marks[(int)test].Points / (double)MostPoints);

    public static int WeightOf(CardTest test, ThemeScheme scheme) =>
        test switch
        {
            CardTest.Wide => scheme.WideWeight,
            CardTest.Volume => scheme.VolumeWeight,
            CardTest.Unsolved => scheme.UnsolvedWeight,
            _ => scheme.ReadyWeight,
        };
}

/// <summary>主题数据: what the requests of 52 whole weeks say of a category. Sealed and secret requests and 举报 are in none.</summary>
public sealed record ThemeFigures
{
    /// <summary>The last day that is counted.</summary>
    public required DateOnly Until { get; init; }

    /// <summary>Requests in the 52 weeks.</summary>
    public required int Requests { get; init; }

    /// <summary>Requests in the 52 weeks before them.</summary>
    public required int Before { get; init; }

    /// <summary>By how many people; one who gave no name counts as one.</summary>
    public required int People { get; init; }

    /// <summary>All requests of the city in the 52 weeks.</summary>
    public required int City { get; init; }

    /// <summary>All requests of the city in the 52 weeks before.</summary>
    public required int CityBefore { get; init; }

    /// <summary>Counties from which any came.</summary>
    public required int Counties { get; init; }

    /// <summary>Of so many.</summary>
    public required int CountiesAll { get; init; }

    /// <summary>In how many of the 13 spans of four weeks it was among the <see cref="FrontPlaces"/> categories of its level with most requests.</summary>
    public required int Front { get; init; }

    /// <summary>Callbacks of the last twelve months of scores.</summary>
    public required int Valid { get; init; }

    /// <summary>Those who said that it was solved.</summary>
    public required int Solved { get; init; }

    /// <summary>Callbacks of the whole city.</summary>
    public required int CityValid { get; init; }

    /// <summary>Those of the whole city who said that it was solved.</summary>
    public required int CitySolved { get; init; }

    public const int FrontPlaces = 20;
    public const int Spans = 13;

    /// <summary>0 to 1; null where the city had no request.</summary>
    public double? Share => City == 0 ? null : Requests / (double)City;

    /// <summary>How much more than in the year before: 0.1 for a tenth; null where there was none.</summary>
    public double? Change => Before == 0 ? null : Requests / (double)Before - 1;

    public double? SolvedShare => Valid == 0 ? null : Solved / (double)Valid;

    public double? CitySolvedShare => CityValid == 0 ? null : CitySolved / (double)CityValid;
}
