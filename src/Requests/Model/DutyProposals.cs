using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>Which units the duty list proposes for a matter. It proposes with its reason; a person dispatches.</summary>
public static class DutyProposals
{
    public const int Most = 5;

    /// <summary>Best first; where a unit is accused of a shielded matter its superior comes first and its own side never.</summary>
    public static IReadOnlyList<DutyProposal> For(
        CitySnapshot city,
        string? category,
        string? area,
        string? accused,
        string returnedBy = ""
    )
    {
        var proposals = city.Duties.Propose(city, category, area, accused).ToList();
        if (city.Units.Find(city.Units.Find(accused)?.Parent) is { } superior)
        {
            var rule = new DutyRule
            {
                Id = "回避",
                Category = category ?? "",
                AreaLevel = AreaLevel.City,
                Unit = superior.Code,
                Basis = city.City.RecusalBasis ?? "示例",
            };
            proposals.Insert(0, new DutyProposal(superior, rule, $"被反映单位的上级：{superior.Name}（被反映单位及其下属不得接触本件）"));
        }
        var returned = returnedBy.Split(';');
        return [.. proposals.Where(p => !returned.Contains(p.Unit.Code)).DistinctBy(p => p.Unit.Code).Take(Most)];
    }
}
