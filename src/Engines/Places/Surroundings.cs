namespace Suiying.Engines.Places;

/// <summary>
/// What stands around a short name says whether it is a place at all. 某某 in 某某大街 is a road, in 某某包子铺 a shop, in 王某某 or 某某叔叔 a person; the
/// word classes are those of Chinese place-name work (道路, 商号, 称谓), none is made for a name.
/// </summary>
internal static class Surroundings
{
    /// <summary>A short name that these follow is a road or a building: numbered and named by places, seldom inside them.</summary>
    private static readonly string[] Ways =
    [
        .. new[] { "路", "大街", "大道", "街", "胡同", "巷", "高速", "立交", "大桥", "铁路", "公路", "线" },
        .. new[] { "花园", "家园", "小区", "广场", "公寓", "大厦", "酒店", "宾馆", "商场", "苑" },
    ];

    private static readonly string[] OnTheWay = ["街道", "街上", "路口", "路边", "路上", "线路", "线上"];

    /// <summary>Behind a short name, perhaps after a few words of what is sold: a shop or a product of that name.</summary>
    private static readonly string[] Trade =
    [
        .. new[] { "店", "铺", "馆", "酒楼", "饭庄", "超市", "专卖", "品牌", "特产", "公司", "集团", "银行", "牌" },
        .. new[] { "烧饼", "火烧", "包子", "烤鸭", "饺子", "拉面", "米线", "酱", "酒", "醋", "茶", "真空", "包装" },
    ];

    private static readonly string[] Persons =
    [
        .. new[] { "叔", "阿姨", "师傅", "大爷", "大妈", "大娘", "大哥", "大姐", "老师", "先生", "女士", "小姐", "同志" },
        .. new[] { "经理", "主任", "医生", "大夫", "律师", "老板", "警官" },
    ];

    private static readonly string[] Naming = ["叫", "名字", "姓", "名叫", "名字是", "称"];

    /// <summary>The forty most frequent surnames (2020 census report on names), save those that are also words of a place.</summary>
    private const string Surnames = "王李张刘陈杨黄赵吴周徐孙马朱胡郭何林罗郑梁谢宋唐许韩冯邓曹彭曾萧蔡潘田董袁";

    /// <summary>Behind a name of a place: where in it, who of it.</summary>
    private static readonly string[] Behind =
    [
        .. new[]
        {
            "的",
            "这",
            "那",
            "边",
            "人",
            "县",
            "城",
            "里",
            "内",
            "境",
            "东",
            "南",
            "西",
            "北",
            "村",
            "街",
            "镇",
            "乡",
            "区",
            "老",
            "附近",
        },
        .. new[]
        {
            "上",
            "下",
            "旁",
            "一带",
            "某",
            "有",
            "到",
            "去",
            "往",
            "农",
            "当地",
            "本地",
            "全",
            "和",
            "与",
            "是",
            "搬",
            "，",
            ",",
            "。",
            "、",
            " ",
            "\n",
        },
    ];

    private static readonly string[] Before =
    [
        "在",
        "到",
        "从",
        "去",
        "住",
        "是",
        "于",
        "往",
        "离",
        "回",
        "来",
        "属",
        "归",
        "原",
        "老",
        "过",
        "嫁",
        "搬",
        "我们",
        "咱",
        "俺",
        "给",
        "，",
        "、",
        "：",
        "\n",
    ];

    /// <summary>True where the short name is the beginning of a road's or a building's name.</summary>
    public static bool Road(string text, Mention mention)
    {
        var after = text.AsSpan(mention.End);
        return StartsWithAny(after, Ways) && !StartsWithAny(after, OnTheWay);
    }

    /// <summary>True where the short name is that of a person, a shop or a product.</summary>
    public static bool NoPlace(string text, Mention mention)
    {
        var after = text.AsSpan(mention.End);
        if (StartsWithAny(after, Persons) || EndsWithAny(text.AsSpan(0, mention.At), Naming) || SurnameBefore(text, mention.At))
            return true;
        return TradeBehind(after);
    }

    /// <summary>0 to 2: how many sides of the mention speak of a place.</summary>
    public static int Signs(string text, Mention mention)
    {
        var before = text.AsSpan(0, mention.At);
        var after = text.AsSpan(mention.End);
        var left = before.IsEmpty || EndsWithAny(before, Before) ? 1 : 0;
        return left + (after.IsEmpty || StartsWithAny(after, Behind) ? 1 : 0);
    }

    public static bool ClauseBreak(char character) => "，。！？；：,.!?;:\n\r（）()“”\"".Contains(character, StringComparison.Ordinal);

    public static bool StartsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.StartsWith(word))
                return true;
        return false;
    }

    public static bool EndsWithAny(ReadOnlySpan<char> text, string[] words)
    {
        foreach (var word in words)
            if (text.EndsWith(word))
                return true;
        return false;
    }

    private static bool SurnameBefore(string text, int at) =>
        at > 0 && Surnames.Contains(text[at - 1], StringComparison.Ordinal) && !(at > 1 && text[at - 2] is '姓');

    private static bool TradeBehind(ReadOnlySpan<char> after)
    {
        const int Words = 4;
        // 的 parts owner and thing: 某某的饭馆 is a restaurant there.
        for (
            var i = 0;
            i < Math.Min(Words, after.Length) && !ClauseBreak(after[i]) && after[i] is not ('的' or '这' or '那' or '有' or '街');
            i++
        )
            if (StartsWithAny(after[i..], Trade))
                return true;
        return false;
    }
}
