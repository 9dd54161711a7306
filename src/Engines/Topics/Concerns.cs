using System.Collections.Frozen;

namespace Suiying.Engines.Topics;

/// <summary>
/// What residents are concerned about, in their many words: 停水, 断水 and 没水 are one concern. Sixty-odd concerns of everyday municipal work, so that
/// reworded texts meet and two matters of one place stay two. A text without any is judged by its characters alone.
/// </summary>
internal static class Concerns
{
    private static readonly string[] Words =
    [
        "停水 断水 没水 没有水 没有自来水 缺水 水压 供水 用水难 饮水困难 吃水",
        "水质 浑浊 黄水 异味水 水发黄 化验水 饮用水",
        "停电 断电 没有电 跳闸 电压 供电 没电",
        "暖气 供暖 供热 地暖 暖汽 热力公司 采暖 不热",
        "燃气 天然气 煤气 通气",
        "宽带 断网 光缆 网络中断 信号差 没信号 网速",
        "电梯",
        "漏水 渗水 漏雨 渗漏 防水",
        "外墙 墙皮 瓷砖 保温层 脱落 坠落",
        "裂缝 开裂 沉降 豆腐渣 质量问题 房屋质量",
        "水管 爆管 冻裂",
        "下水道 排水 倒灌 污水 粪水 冒溢 化粪池 堵塞",
        "积水 内涝 被淹",
        "垃圾 清运 垃圾站 中转站 垃圾桶",
        "油烟 烟道 排烟",
        "烧烤 夜宵 夜市 大排档",
        "噪音 噪声 扰民 太吵",
        "广场舞 音响 跳舞 低音炮",
        "夜间施工 施工噪 工地 打桩 通宵施工 浇筑",
        "扬尘 粉尘 灰尘 渣土 尘土",
        "搅拌站 搅拌厂 混凝土站",
        "臭味 恶臭 臭气 异味 刺鼻",
        "河水 湖水 水体 死鱼 排污 黑臭",
        "路灯 照明",
        "红绿灯 信号灯 绿灯",
        "坑洼 坑坑洼洼 路面 塌陷 修路 地砖 人行道 沥青 硬化",
        "堵车 拥堵 交通混乱 堵路",
        "停车 车位 车库 停车场 违停 乱停",
        "捆绑 强买强卖 绑定",
        "公交 班次 公交站 站点 线路",
        "地铁 轨道 高铁 铁路",
        "出租车 拒载 打表 网约车",
        "黑车 拉客",
        "占道 摆摊 摊位 摊贩 流动摊",
        "违建 违章建 搭建 加盖 违法建 私搭 阳光房",
        "绿地 绿化 树木 草坪",
        "消防通道 消防 火灾 隐患 飞线 楼道堆",
        "物业费 物业收费 上调 涨价 收费",
        "公共收益 账目 公示 公开",
        "业委会 业主大会 选举",
        "物业公司 物业服务 物业不",
        "产权证 不动产证 房产证 办证",
        "延期交房 交房 交付 烂尾 停工 复工",
        "虚假宣传 承诺 欺诈 欺骗 诈骗",
        "认筹 定金 退费 退款 退钱",
        "学区 入学 上不了学 学位 划片 招生",
        "普惠 幼儿园收费 保教费 学费 补课 辅导班 培训机构 培训班",
        "午餐 供餐 食堂 配餐",
        "校车",
        "实习",
        "补贴 补助 奖励 低保",
        "社保 医保 养老保险 养老金 公积金",
        "工资 欠薪 拖欠 讨薪",
        "征地 拆迁 补偿 安置 旧城改造 棚改 旧改",
        "危房 危改",
        "车贷 非法集资 立案 办案 案件 贷款",
        "遛狗 恶犬 大狗 狗咬 宠物 养狗",
        "缺斤 短斤 短两 过期 假货 秤 标价 明码",
        "井盖 窨井",
        "挂号 排队 门诊 看病 医生",
        "落户 户口 居住证",
        "健身器材 运动场",
        "结冰 除雪 积雪 扫雪",
        "高压线 变电站 基站 辐射",
    ];

    private static readonly FrozenDictionary<string, ulong> Bits = Words
        .SelectMany((words, bit) => words.Split(' ').Select(word => (word, bit: 1UL << bit)))
        .GroupBy(w => w.word)
        .ToFrozenDictionary(g => g.Key, g => g.Aggregate(0UL, (bits, w) => bits | w.bit));

    private static readonly int[] Lengths = [.. Bits.Keys.Select(w => w.Length).Distinct().Order()];

    private static readonly FrozenSet<char> Firsts = Bits.Keys.Select(w => w[0]).ToFrozenSet();

    /// <summary>How many there are.</summary>
    public static int Count => Words.Length;

    /// <summary>The commonest word of a concern.</summary>
    public static string Name(int bit) => Words[bit].Split(' ')[0];

    /// <summary>The concerns of a folded text, one bit each.</summary>
    public static ulong Of(ReadOnlySpan<char> text)
    {
        var found = 0UL;
        var lookup = Bits.GetAlternateLookup<ReadOnlySpan<char>>();
        for (var at = 0; at < text.Length; at++)
        {
            if (!Firsts.Contains(text[at]))
                continue;
            foreach (var length in Lengths)
            {
                if (at + length <= text.Length && lookup.TryGetValue(text.Slice(at, length), out var bits))
                    found |= bits;
            }
        }
        return found;
    }
}
