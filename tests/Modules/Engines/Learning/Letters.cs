using Suiying.Engines.Learning;

namespace Suiying.Tests.Engines.Learning;

/// <summary>Letters of an invented city.</summary>
internal static class Letters
{
    public const string Water = "供水";
    public const string Bus = "公交";
    public const string School = "入学";

    private static readonly Dictionary<string, string[]> Said = new()
    {
        [Water] = ["自来水管爆裂", "水压太低", "家里停水两天", "水表读数不对", "自来水发黄有异味", "二次供水水箱没有清洗"],
        [Bus] = ["公交车不进站", "末班车太早", "公交站牌看不清", "司机拒载老人", "公交线路改道没有通知", "等车要四十分钟"],
        [School] = ["小学报名材料", "学区划分不清楚", "孩子转学手续", "幼儿园学位不够", "中考加分政策", "外来子女入学登记"],
    };

    private static readonly string[] Where = ["东湖小区", "北门街", "柳林新村", "河西路", "工农里", "向阳院"];

    private static readonly string[] Ends = ["请尽快处理", "希望给个答复", "已经反映过多次", "谢谢各位领导"];

    /// <summary>Six of each label with so many rounds, each told otherwise.</summary>
    public static IReadOnlyList<LabelledText> Many(int rounds) =>
        [
            .. from round in Enumerable.Range(0, rounds)
            from label in Said.Keys
            from number in Enumerable.Range(0, 6)
            select Letter(label, number, round),
        ];

    public static LabelledText Letter(string label, int number, int round)
    {
        var said = Said[label];
        var (first, second) = (said[number], said[(number + 1 + round) % said.Length]);
        return new LabelledText(first, $"{Where[(number + round) % 6]}{round}号，{first}，{second}。{Ends[(number + round) % 4]}", label);
    }

    /// <summary>Letters that are no copies of each other: much of each is said nowhere else.</summary>
    public static IReadOnlyList<LabelledText> Different(int many)
    {
        var random = new Random(1);
        string Own() => string.Concat(Enumerable.Range(0, 12).Select(_ => (char)random.Next('一', '鿿')));
        return [.. Many(many).Select(letter => letter with { Title = "", Body = $"{letter.Title}，{Own()}。{Own()}" })];
    }

    public static TextClassifier Trained(int rounds = 4) => TextClassifier.Train(Many(rounds), new TrainingOptions());

    public static byte[] Saved(TextClassifier classifier)
    {
        using var file = new MemoryStream();
        classifier.Save(file);
        return file.ToArray();
    }
}
