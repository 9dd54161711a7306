using Suiying.Engines.Places;

namespace Suiying.Tests.Engines.Places;

/// <summary>An invented city: two districts and a county, towns, villages with namesakes.</summary>
internal static class TinyGazetteer
{
    public static IReadOnlyList<GazetteerEntry> Entries { get; } =
    [
        One("99", "贝城市", PlaceLevel.City, null),
        One("9901", "珊瑚区", PlaceLevel.County, "99", "旧礁县"),
        One("9902", "梧桐县", PlaceLevel.County, "99"),
        One("9903", "砾县", PlaceLevel.County, "99"),
        One("990101", "海带镇", PlaceLevel.Township, "9901"),
        One("990102", "灯塔路街道", PlaceLevel.Township, "9901"),
        One("990201", "梧桐镇", PlaceLevel.Township, "9902"),
        One("990202", "石榴乡", PlaceLevel.Township, "9902"),
        One("990301", "松果镇", PlaceLevel.Township, "9903"),
        One("990302", "石榴镇", PlaceLevel.Township, "9903"),
        One("990101200", "陈家湾村民委员会", PlaceLevel.Village, "990101"),
        One("990101201", "大石桥村村民委员会", PlaceLevel.Village, "990101"),
        One("990102001", "灯塔社区居民委员会", PlaceLevel.Village, "990102"),
        One("990201200", "陈家湾村民委员会", PlaceLevel.Village, "990201"),
        One("990201201", "孙村村民委员会", PlaceLevel.Village, "990201"),
        One("990202200", "抱犊岭村民委员会", PlaceLevel.Village, "990202"),
        One("990202201", "南岸村民委员会", PlaceLevel.Village, "990202"),
        One("990301200", "北岸村民委员会", PlaceLevel.Village, "990301"),
        One("990301201", "洗马滩村民委员会", PlaceLevel.Village, "990301"),
        One("990302200", "石家庄村民委员会", PlaceLevel.Village, "990302"),
    ];

    public static PlaceReader Reader { get; } = new(Entries);

    private static GazetteerEntry One(string code, string name, PlaceLevel level, string? parent, params string[] aliases) =>
        new()
        {
            Code = code,
            Name = name,
            Level = level,
            Parent = parent,
            Aliases = aliases,
        };
}
