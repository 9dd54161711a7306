using Suiying.Requests.Model.Synthetic;

namespace Suiying.Tests.Requests;

/// <summary>A few topics of the sample city, as objects and as the files of a pack.</summary>
internal static class DemoWords
{
    private const string Topics = """
        category,title,text,season,weight
        010101,路灯坏了,{area}{place}旁边的路灯坏了{count}盏，{time}起晚上看不见路。,11;12;1,6
        010102,井盖没了,{place}门口的井盖{time}不见了，请尽快补上。,,3
        020101,电梯停运,{area}{place}的电梯从{time}停到现在，{count}户老人下不了楼，请问谁来修？,,5
        """;

    private const string Places = """
        kind,text
        road,杨柳路（虚构）
        estate,平安家园（虚构）
        """;

    public static Vocabulary Vocabulary { get; } = Read();

    /// <summary>Writes the files beside a pack's demo staff.</summary>
    public static async Task WriteTo(string folder)
    {
        await File.WriteAllTextAsync(Path.Combine(folder, "topics.csv"), Topics);
        await File.WriteAllTextAsync(Path.Combine(folder, "places.csv"), Places);
    }

    private static Vocabulary Read()
    {
        Topic Of(string line)
        {
            var cells = line.Split(',');
            return new Topic
            {
                Category = cells[0],
                Title = cells[1],
                Text = cells[2],
                Weight = int.Parse(cells[^1], System.Globalization.CultureInfo.InvariantCulture),
            };
        }
        return new Vocabulary([.. Topics.Split('\n').Skip(1).Select(Of)], ["杨柳路（虚构）", "平安家园（虚构）"]);
    }
}
