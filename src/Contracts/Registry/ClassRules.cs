namespace Suiying.Contracts.Registry;

/// <summary>
/// 分类规则: who of a group is in which of the four classes 先进, 进步, 整改, 治理 (四类排名). The classes are those of practice; every number is
/// the city's own choice and is printed under each list.
/// </summary>
public sealed record ClassRules
{
    public static readonly ClassRules Usual = new();

    /// <summary>先进: how many of the best, 1 to 1000; never more than half of those that are ranked.</summary>
    public int Advanced { get; init; } = 5;

    /// <summary>进步: how many of those whose score rose most since the month of scores before, 1 to 1000.</summary>
    public int Improved { get; init; } = 5;

    /// <summary>整改: how many of the last, 1 to 1000; never more than half of those that are ranked.</summary>
    public int ToMend { get; init; } = 5;

    /// <summary>整改 too where the score is lower, 0 to 100; 0 for no such bound.</summary>
    public int Floor { get; init; } = 60;

    /// <summary>治理: when a township or street comes onto the list and when it leaves it.</summary>
    public GovernedRule Governed { get; init; } = GovernedRule.Usual;

    /// <summary>The article that is cited, or 示例.</summary>
    public string Basis { get; init; } = "示例";

    /// <summary>False until somebody has read the source.</summary>
    public bool Verified { get; init; }
}

/// <summary>治理类规则: how a township or street comes onto the list that the city supervises, and how it leaves it.</summary>
public sealed record GovernedRule
{
    public static readonly GovernedRule Usual = new();

    /// <summary>Quarters in a row in which the condition holds, 1 to 4: of coming as of leaving.</summary>
    public int Quarters { get; init; } = 2;

    /// <summary>Comes where no more than so many percent of the group have as much, 1 to 100: of requests and of requests per 10,000 people.</summary>
    public int TopPercent { get; init; } = 20;

    /// <summary>Leaves where its requests are so many percent fewer than in the quarter in which it came, 1 to 100.</summary>
    public int DownPercent { get; init; } = 20;
}
