using System.Text.Json;

namespace Suiying.Tests.Engines.Places;

/// <summary><c>suiying evaluate place</c> as its user starts it, on a small city pack of its own.</summary>
public sealed class EvaluatePlaceTests() : EvaluateRuns("place")
{
    private const string Head = "id,title,body,time,label";

    [Fact]
    public async Task It_measures_marked_texts_on_the_areas_of_a_pack()
    {
        var test = Table(
            "test.csv",
            Head,
            "1,路灯,珊瑚区海带镇的路灯不亮,2026/1/2 8:00:00,990101",
            "2,停水,陈家湾村停水,2026/1/2 9:00:00,990101200|990201200",
            "3,天气,今天下雨吗,2026/1/2 9:00:00,",
            "4,堵车,梧桐县堵车,2026/1/2 9:00:00,9901",
            "5,堵车,梧桐县堵车,2026/1/2 9:00:00,1234"
        );
        var predictions = Path.Combine(Folder, "predictions.csv");

        var (code, said, wrong) = await Run("--test", test, "--city", City(), "--json", "--predictions", predictions);
        Assert.Equal(0, code);
        Assert.Contains("6\tlabel\t城市包里没有这个区划代码", wrong, StringComparison.Ordinal);
        var told = JsonDocument.Parse(said).RootElement;
        Assert.Equal((0.75, 0.5), (Number(told, "accuracy"), Number(told, "top1")));
        var lines = await File.ReadAllLinesAsync(predictions, TestContext.Current.CancellationToken);
        Assert.Equal(
            ["1,990101,990101", "2,990101200|990201200,990101200|990201200", "3,,", "4,9901,9902"],
            lines[1..].Select(WithoutLast)
        );
    }

    [Fact]
    public async Task Noise_is_the_same_for_the_same_seed_and_is_told_by_kind()
    {
        var (first, second) = (Path.Combine(Folder, "first.csv"), Path.Combine(Folder, "second.csv"));
        var (code, said, _) = await Run("--noise", "7", "--city", City(), "--predictions", first);
        await Run("--noise", "7", "--city", City(), "--predictions", second);
        Assert.Equal(0, code);
        Assert.Contains("全称 full\t300", said, StringComparison.Ordinal);
        Assert.Equal(
            await File.ReadAllBytesAsync(first, TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(second, TestContext.Current.CancellationToken)
        );
    }

    [Fact]
    public async Task What_serves_not_is_refused_with_the_reason()
    {
        var other = Table("other.csv", "id,text", "1,2");
        Assert.Contains("--test 或 --noise", await Refused("--city", City()), StringComparison.Ordinal);
        Assert.Contains("缺少这些列：title", await Refused("--test", other, "--city", City()), StringComparison.Ordinal);
        Assert.Contains("areas.csv", await Refused("--noise", "1", "--city", Folder + "/not"), StringComparison.Ordinal);
    }

    private static string WithoutLast(string line) => line[..line.LastIndexOf(',')];

    private string City()
    {
        var rows = TinyGazetteer.Entries.Select(e => $"{e.Code},{e.Name},{e.Level},{e.Parent},,");
        Table("areas.csv", ["code,name,level,parent,served,administered_by", .. rows]);
        return Folder;
    }
}
