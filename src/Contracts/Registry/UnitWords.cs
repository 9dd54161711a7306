namespace Suiying.Contracts.Registry;

/// <summary>单位用语: the Chinese word of each kind of unit.</summary>
public static class UnitWords
{
    public static string Chinese(this UnitKind kind) =>
        kind switch
        {
            UnitKind.Hotline => "热线",
            UnitKind.CityDepartment => "市直部门",
            UnitKind.CountyGovernment => "县(市、区)政府",
            UnitKind.CountyDepartment => "县直部门",
            UnitKind.Township => "乡镇、街道",
            UnitKind.Village => "村(居)委会",
            UnitKind.Enterprise => "公共服务企业",
            UnitKind.Oversight => "监督机构",
            UnitKind.Section => "科室、站所",
            _ => kind.ToString(),
        };
}
