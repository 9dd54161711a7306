namespace Suiying.Engines.Text.Personal;

/// <summary>What stands before and behind addresses.</summary>
internal static class AddressWords
{
    /// <summary>What follows the address of a shop or an office.</summary>
    public static readonly string[] Business =
    [
        .. "店 公司 单位 商铺 门市 门脸 超市 饭馆 饭店 酒店 宾馆 学校 医院 银行 药房 诊所 委员会 大厅 工厂 厂区 仓库 底商 网吧 棋牌 足疗 培训 中心 派出所 办事处 餐馆 烧烤 面馆 网点 营业 幼儿园 中学 小学 政府 局".Split(
            ' '
        ),
    ];

    /// <summary>What stands before it.</summary>
    public static readonly string[] OfBusiness =
    [
        .. "公司地址 单位地址 店址 经营地址 注册地址 办公地址 公司在 单位在 店在 开在 营业地址 厂址 门店".Split(' '),
    ];

    /// <summary>Words after which a place begins; what stands before them is no part of it.</summary>
    public static readonly string[] Leads =
    [
        .. "地址 住址 位置 家住 住在 我住 现住 租住 居住 就在 位于 来自 搬到 送到 寄到 发到 我们是 我是 家在 我家 他家 她家 人在 房子在 住 在 是 到 给 找 跟 与 从 系 去 都上 来到 俺家 你家 老家 送至 前往 至 反映 投诉 对 于".Split(
            ' '
        ),
    ];

    /// <summary>Ends of what stands above an estate, a village or a road.</summary>
    public static readonly string[] Above = [.. "省 市 县 新区 区 镇 乡 街道办事处 街道办 街道 办事处 居委会 村委会".Split(' ')];

    /// <summary>小区 and 社区 are the estate itself.</summary>
    public const string BeforeDistrict = "小社园街校厂宿生住别东西南北老新一二三四五";

    /// <summary>What stands before a building without being its estate.</summary>
    public static readonly HashSet<string> NoPlace =
    [
        .. "小区 我们小区 本小区 我小区 这个小区 院里 小区里 我们院 楼下 对面 旁边 前面 后面 我们 他们 业主 物业 社区 村里 整个 尤其 特别 现在 其中 目前 只有 全部 包括 还有 以及 住户 邻居 楼上 他家 我家 因为 但是 所以 电梯 这栋 那栋".Split(
            ' '
        ),
    ];

    /// <summary>No place has these in its name: what stands before them is another part of the sentence.</summary>
    public const string Breaks = "的了没说把被让我你他她们问请吗吧呢很还也又已曾某";

    /// <summary>What estates, villages and roads end in.</summary>
    public const string Endings = "排房区园苑村庄里院府湾城郡庭寓舍号路街巷道胡同居坊阁轩墅期营屯寨堡店铺台山桥门楼厦座都廷岸景源郦谷洲座";

    /// <summary>市场街, 县城: no city and no county.</summary>
    public const string AfterAbove = "场城民政委";
}
