using Suiying.Engines.Topics;

namespace Suiying.Tests.Engines.Topics;

/// <summary>Invented letters.</summary>
internal static class Letters
{
    public static readonly DateTimeOffset Start = new(2026, 5, 4, 8, 0, 0, TimeSpan.Zero);

    public static MatterItem Letter(string id, string title, string body, int day = 0, string author = "") =>
        new()
        {
            Id = id,
            Title = title,
            Body = body,
            At = Start.AddDays(day),
            Author = author,
        };

    /// <summary>Two about the music at one estate, and what is only like them.</summary>
    public static MatterItem[] Estate =>
        [
            Letter("a", "云杉花园广场舞噪音扰民", "云杉花园中心广场每晚跳舞，音响开到十点，孩子没法睡觉，请管管音响。", 0, "p1"),
            Letter("b", "云杉花园晚上音响太大", "我住云杉花园，跳舞的音响太吵，每晚都到十点，孩子没法睡觉。", 2, "p2"),
            Letter("other-place", "红枫花园广场舞噪音扰民", "红枫花园中心广场每晚跳舞，音响开到十点，孩子没法睡觉，请管管音响。", 1, "p3"),
            Letter("other-matter", "云杉花园路灯不亮", "云杉花园东门的路灯坏了一个月，老人晚上摔倒，请尽快维修照明。", 1, "p4"),
            Letter("next-year", "云杉花园又有人跳舞", "去年解决以后云杉花园安静了，现在音响又响起来，请再处理。", 380, "p5"),
            Letter("nothing", "咨询社保转移", "从外地回来工作，社保关系怎么转，需要哪些材料？", 1, "p6"),
        ];

    public static MatterIndex Index(IEnumerable<MatterItem> items)
    {
        var index = new MatterIndex();
        foreach (var item in items)
            index.Add(item);
        return index;
    }
}
