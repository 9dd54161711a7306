namespace Suiying.Engines.Topics;

/// <summary>
/// How Chinese place names end, and which words end likewise and name no place. Endings are those of the language (小区, 路, 村, 中学), never the names
/// of one city.
/// </summary>
internal static class PlaceEndings
{
    /// <summary>Longest first, so that 幼儿园 is not taken for a 园.</summary>
    public static readonly (string Ending, PlaceKind Kind, bool Kept)[] All =
    [
        .. new (string Ending, PlaceKind Kind, bool Kept)[]
        {
            ("小区", PlaceKind.Estate, false),
            ("社区", PlaceKind.Estate, false),
            ("楼盘", PlaceKind.Estate, false),
            ("花园", PlaceKind.Estate, true),
            ("花苑", PlaceKind.Estate, true),
            ("家园", PlaceKind.Estate, true),
            ("佳园", PlaceKind.Estate, true),
            ("佳苑", PlaceKind.Estate, true),
            ("嘉园", PlaceKind.Estate, true),
            ("名苑", PlaceKind.Estate, true),
            ("名邸", PlaceKind.Estate, true),
            ("名城", PlaceKind.Estate, true),
            ("新城", PlaceKind.Estate, true),
            ("新村", PlaceKind.Estate, true),
            ("公馆", PlaceKind.Estate, true),
            ("公寓", PlaceKind.Estate, true),
            ("大厦", PlaceKind.Estate, true),
            ("苑", PlaceKind.Estate, true),
            ("府", PlaceKind.Estate, true),
            ("邸", PlaceKind.Estate, true),
            ("郡", PlaceKind.Estate, true),
            ("湾", PlaceKind.Estate, true),
            ("路", PlaceKind.Road, true),
            ("大道", PlaceKind.Road, true),
            ("大街", PlaceKind.Road, true),
            ("胡同", PlaceKind.Road, true),
            ("街", PlaceKind.Road, true),
            ("巷", PlaceKind.Road, true),
            ("村", PlaceKind.Village, true),
            ("小学", PlaceKind.School, true),
            ("实验小学", PlaceKind.School, true),
            ("实验中学", PlaceKind.School, true),
            ("中心小学", PlaceKind.School, true),
            ("中学", PlaceKind.School, true),
            ("大学", PlaceKind.School, true),
            ("学院", PlaceKind.School, true),
            ("学校", PlaceKind.School, true),
            ("幼儿园", PlaceKind.School, true),
            ("医院", PlaceKind.Hospital, true),
            ("隧道", PlaceKind.Open, true),
            ("立交桥", PlaceKind.Open, true),
            ("大桥", PlaceKind.Open, true),
            ("山庄", PlaceKind.Estate, true),
            ("公园", PlaceKind.Open, true),
            ("广场", PlaceKind.Open, true),
            ("市场", PlaceKind.Open, true),
            ("农贸市场", PlaceKind.Open, true),
            ("批发市场", PlaceKind.Open, true),
            ("街道", PlaceKind.Town, true),
            ("镇", PlaceKind.Town, true),
            ("乡", PlaceKind.Town, true),
            ("区", PlaceKind.District, true),
            ("县", PlaceKind.District, true),
        }.OrderByDescending(e => e.Ending.Length),
    ];

    /// <summary>Words that end as places do.</summary>
    public static readonly HashSet<string> NoPlaces =
    [
        .. (
            "马路 公路 道路 铁路 线路 电路 走路 修路 通路 让路 问路 思路 网路 套路 里路 盏路 半路 路路 岔路 条路 段路 这路 该路 此路 的路 小路 大路 出路 绕路 过路 堵路 柏油路 水泥路 主干路 "
            + "逛街 满街 一街 上街 大街 条街 临街 沿街 门街 的街 农村 本村 全村 乡村 我村 该村 各村 行政村 自然村 城中村 村村 政府 市政府 区政府 县政府 省政府 港湾 "
            + "地区 学区 校区 片区 城区 市区 园区 景区 辖区 郊区 山区 小区 社区 该区 各区 全区 我区 本区 区区 库区 绿化区 生活区 居民区 住宅区 工业区 开发区 服务区 收费区 新区 老城区 老区 "
            + "本县 我县 全县 各县 该县 市县 区县 城镇 乡镇 本镇 我镇 全镇 各镇 集镇 家乡 城乡 老乡 回乡 返乡 下乡 还乡 本乡"
        ).Split(' '),
    ];

    /// <summary>What stands before an ending without naming the place: 我们小区, 附近小学, 老旧小区.</summary>
    public static readonly HashSet<string> NoNames =
    [
        .. (
            "满 以后 以来 之后 最近 昨天 前天 今天 今早 早上 晚上 每天 天天 我们 你们 他们 本人 整个 附近 旁边 周边 隔壁 对面 该 本 此 我 的 老 新 旧 大 各 全 这 那 某 每 一个 几个 多个 这个 那个 两个 三个 所在 所住 居住 老旧 新建 高档 住宅 居民 商品 安置 封闭 开放 "
            + "有些 有的 很多 许多 其他 其它 所有 全部 部分 多数 配套 公立 民办 私立 公办 普通 重点 就读 对口 优质 附属 中心 商业 农贸 门口 为何 关于 咨询 反映 投诉 举报 建议 希望 请求 在 和 与 及 到 等 是 为 有 个 条 所 家 "
            + "以及 位于 楼盘 小区 社区 物业 现在 目前 房产 地产 城市 农村 城镇 街道 政府 一期 二期 三期 单位 现代 美丽 文明 和谐 智慧 平安 绿色"
        ).Split(' '),
    ];

    /// <summary>Characters that join or open a sentence's parts and stand in no name's middle.</summary>
    public const string Breaks = "的在是与及到从由对把被住于我你他她们这那该有为将请让等就也都还又很了着过找";
}
