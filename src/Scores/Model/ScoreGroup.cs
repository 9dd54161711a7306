using Suiying.Contracts.Registry;

namespace Suiying.Scores.Model;

/// <summary>
/// 考核分组: units that are compared with each other, and never across (domain A.11, Beijing regulation art. 32). Names are those of the kinds
/// of units, so that addresses of pages stay; a street office is no township.
/// </summary>
public enum ScoreGroup
{
    /// <summary>县(市、区)政府</summary>
    CountyGovernment,

    /// <summary>乡镇政府</summary>
    Township,

    /// <summary>街道办事处; see <see cref="Unit.IsStreetOffice"/>.</summary>
    Street,

    /// <summary>市直部门</summary>
    CityDepartment,

    /// <summary>县直部门</summary>
    CountyDepartment,

    /// <summary>公共服务企业</summary>
    Enterprise,

    /// <summary>村(居)委会</summary>
    Village,

    /// <summary>科室、站所</summary>
    Section,
}

/// <summary>分组: which group a unit belongs to, and what holds of a group.</summary>
public static class ScoreGroups
{
    public static readonly IReadOnlyList<ScoreGroup> All = Enum.GetValues<ScoreGroup>();

    /// <summary>Null for the hotline and for oversight, which nobody ranks.</summary>
    public static ScoreGroup? Of(Unit unit) =>
        unit.Kind switch
        {
            UnitKind.CountyGovernment => ScoreGroup.CountyGovernment,
            UnitKind.Township => unit.IsStreetOffice() ? ScoreGroup.Street : ScoreGroup.Township,
            UnitKind.CityDepartment => ScoreGroup.CityDepartment,
            UnitKind.CountyDepartment => ScoreGroup.CountyDepartment,
            UnitKind.Enterprise => ScoreGroup.Enterprise,
            UnitKind.Village => ScoreGroup.Village,
            UnitKind.Section => ScoreGroup.Section,
            _ => null,
        };

    /// <summary>As an address or a command has it; null where it is none.</summary>
    public static ScoreGroup? Named(string text) =>
        All.Where(group => group.ToString() == text).Select(group => (ScoreGroup?)group).FirstOrDefault();

    /// <summary>True where a unit acts for all matters of its area, so that the area's demand is its own.</summary>
    internal static bool Territorial(this ScoreGroup group) =>
        group is ScoreGroup.CountyGovernment or ScoreGroup.Township or ScoreGroup.Street or ScoreGroup.Village;

    /// <summary>True for townships and streets, which alone are governed (治理类街道乡镇).</summary>
    internal static bool MayBeGoverned(this ScoreGroup group) => group is ScoreGroup.Township or ScoreGroup.Street;

    public static string Chinese(this ScoreGroup group) =>
        group switch
        {
            ScoreGroup.CountyGovernment => "县(市、区)政府",
            ScoreGroup.Township => "乡镇政府",
            ScoreGroup.Street => "街道办事处",
            ScoreGroup.CityDepartment => "市直部门",
            ScoreGroup.CountyDepartment => "县直部门",
            ScoreGroup.Enterprise => "公共服务企业",
            ScoreGroup.Village => "村(居)委会",
            _ => "科室、站所",
        };
}
