namespace Suiying.Programmes.Model;

/// <summary>项目计划: what is to be reached, where, with what money. Countable: without a number nobody can say whether it was done.</summary>
public sealed record ProjectPlan
{
    public const int MostSites = 60,
        MostShares = 40;

    /// <summary>目标, in words.</summary>
    public required string Goal { get; init; }

    /// <summary>计量单位, such as 所 or 个学位.</summary>
    public required string Measure { get; init; }

    /// <summary>目标数量, above 0.</summary>
    public required decimal Target { get; init; }

    /// <summary>基数: how many there were before.</summary>
    public required decimal Baseline { get; init; }

    /// <summary>预算, in 万元; 0 where it costs nothing.</summary>
    public required decimal Budget { get; init; }

    /// <summary>资金来源; may be empty where it costs nothing.</summary>
    public string Source { get; init; } = "";

    /// <summary>受益人数, estimated; 0 where nobody knows.</summary>
    public int Beneficiaries { get; init; }

    /// <summary>风险与应对; may be empty.</summary>
    public string Risk { get; init; } = "";

    /// <summary>县（市、区）份额; none where it is not divided.</summary>
    public IReadOnlyList<ProjectShare> Shares { get; init; } = [];

    /// <summary>点位</summary>
    public IReadOnlyList<ProjectSite> Sites { get; init; } = [];
}

/// <summary>份额: how much of the target a county has.</summary>
/// <param name="County">Code.</param>
/// <param name="Target">In the project's measure.</param>
public sealed record ProjectShare(string County, decimal Target);

/// <summary>点位: a place where something is built or done.</summary>
/// <param name="Name">名称</param>
/// <param name="Area">Code of its area.</param>
/// <param name="Longitude">WGS-84 degrees.</param>
/// <param name="Latitude">WGS-84 degrees.</param>
public sealed record ProjectSite(string Name, string Area, double Longitude, double Latitude);

/// <summary>进度: what a unit told last; each number is of all that was done so far.</summary>
/// <param name="Done">In the project's measure.</param>
/// <param name="Paid">In 万元.</param>
/// <param name="On">The day on which it was told.</param>
/// <param name="Shares">By county, where the target is divided.</param>
public sealed record ProjectProgress(decimal Done, decimal Paid, DateOnly On, IReadOnlyList<ProjectShare> Shares);
