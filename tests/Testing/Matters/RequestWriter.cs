using System.Globalization;
using System.Text;

namespace Suiying.Testing.Matters;

/// <summary>Writes about a matter as one of many residents would: other words, other details, much beside the point, some slips.</summary>
internal sealed class RequestWriter(Random random)
{
    private static readonly string[] Days = ["这几天", "从上周起", "前天开始", "昨天", "最近", "一直以来", "入夏以后", "今天早上", ""];
    private static readonly string[] Titles =
    [
        "{0}{1}",
        "{0}{1}",
        "反映{0}{1}的问题",
        "请管管{0}{1}",
        "{0}{1}，没人管",
        "关于{0}{1}",
        "投诉{0}{1}",
        "{1}（{0}）",
    ];
    private static readonly string[] Vague = ["求助", "投诉", "反映问题", "居民反映", ""];
    private static readonly string[] Froms =
    [
        "我住{0}，",
        "我是{0}的居民，",
        "{0}",
        "{0}这里",
        "反映人来电，称{0}",
        "市民反映：{0}",
        "在{0}，",
        "家在{0}附近，",
    ];
    private static readonly (char Right, char Wrong)[] Slips =
    [
        ('的', '得'),
        ('在', '再'),
        ('做', '作'),
        ('帐', '账'),
        ('已', '以'),
        ('园', '圆'),
        ('家', '加'),
        ('停', '亭'),
        ('到', '道'),
        ('吗', '嘛'),
        ('坏', '怀'),
        ('没', '每'),
    ];
    private static readonly double[] Heard = Chances.Zipf(Words.Stories.Count, 0.7);
    private static readonly double[] Letters = Chances.Zipf(Words.Characters.Length, 0.5);

    public (string Title, string Body) Write(PlantedMatter matter)
    {
        var title = random.In(0.88)
            ? string.Format(
                CultureInfo.InvariantCulture,
                random.One(Titles),
                random.In(0.94) ? Where(matter.Place) : "",
                random.One(matter.Trouble.Names)
            )
            : random.One(Vague);
        return (Slipped(title), Slipped(Body(matter)));
    }

    private string Body(PlantedMatter matter)
    {
        var text = new StringBuilder();
        if (random.In(0.5))
            text.Append(Story()).Append('，');
        if (random.In(0.92))
            text.AppendFormat(CultureInfo.InvariantCulture, random.One(Froms), Where(matter.Place) + Building(matter.Place));
        text.Append(random.One(Days));
        if (random.In(0.7))
            text.Append(random.One(matter.Trouble.Names)).Append('，');
        var facts = matter
            .Facts.OrderBy(_ => random.Next())
            .Take(random.Next(1, 5))
            .Select(f => Said(random.One(matter.Trouble.Facts[f]), matter.Count));
        text.AppendJoin('，', facts).Append('。');
        if (random.In(0.7))
            text.Append(random.One(matter.Trouble.Harms)).Append(random.One(["，", "。"]));
        Beside(text);
        return text.Append(random.In(0.8) ? random.One(matter.Trouble.Wishes) + "。" : "").ToString();
    }

    /// <summary>One in ten tells a long story.</summary>
    private void Beside(StringBuilder text)
    {
        for (var more = random.In(0.1) ? random.Next(5, 14) : random.Next(1, 5); more > 0; more--)
            text.Append(Story()).Append(random.One(["，", "。", "！"]));
        if (random.In(0.3))
            text.Append("旁边是").Append(Unheard()).Append(random.One(["店", "公司", "的工地", "厂", "家"])).Append('。');
        if (random.In(0.2))
            text.Append(CultureInfo.InvariantCulture, $"工单号{random.Next(100_000, 999_999)}。");
    }

    private string Story() => Words.Stories[random.Rank(Heard)];

    private string Unheard() => string.Concat(Enumerable.Range(0, 3).Select(_ => Words.Characters[random.Rank(Letters)]));

    private string Where(InventedPlace place) =>
        (random.In(place.Kind == 'V' ? 0.6 : 0.3) ? place.County : "")
        + (random.In(place.Kind == 'V' ? 0.4 : 0.1) ? place.Town : "")
        + (random.In(0.1) && place.Kind == 'E' ? place.Name + "小区" : place.Name);

    private string Building(InventedPlace place) =>
        place.Kind == 'E' && random.In(0.25) ? string.Create(CultureInfo.InvariantCulture, $"{random.Next(1, 30)}号楼") : "";

    private string Said(string fact, int count) =>
        fact.Replace("{n}", (random.In(0.7) ? count : random.Next(2, 40)).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);

    /// <summary>Now and then a character is mistaken, lost or twice there.</summary>
    private string Slipped(string text)
    {
        if (random.In(0.6))
            return text;
        var slipped = new StringBuilder(text.Length + 4);
        foreach (var c in text)
        {
            var chance = random.NextDouble();
            var wrong = chance < 0.15 ? Array.Find(Slips, s => s.Right == c).Wrong : '\0';
            if (chance > 0.995)
                continue;
            slipped.Append(wrong == '\0' ? c : wrong);
            if (chance is > 0.990 and <= 0.995)
                slipped.Append(c);
        }
        return slipped.ToString();
    }
}
