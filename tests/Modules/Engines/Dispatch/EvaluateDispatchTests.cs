using System.Globalization;
using System.Text.Json;

namespace Suiying.Tests.Engines.Dispatch;

/// <summary><c>suiying evaluate dispatch</c> as its user starts it, on tables written by hand.</summary>
public sealed class EvaluateDispatchTests() : EvaluateRuns("dispatch")
{
    private const string Head =
        "REC_ID,SUB_TYPE_ID,MAIN_TYPE_ID,EVENT_TYPE_ID,COMMUNITY_ID,COMMUNITY_NAME,STREET_ID,STREET_NAME,EVENT_SRC_ID,EVENT_PROPERTY_ID,CREATE_TIME,DISPOSE_UNIT_ID,DISPOSE_UNIT_NAME";

    [Fact]
    public async Task It_learns_from_earlier_files_and_measures_on_a_later_one()
    {
        var train = Write(
            "train.csv",
            [.. Enumerable.Range(1, 20).Select(day => Row(day, day % 2 == 0 ? "水管" : "树木", day % 2 == 0 ? "1" : "2"))]
        );
        var test = Write("test.csv", Row(26, "水管", "1"), Row(27, "树木", "2"), Row(28, "树木", "1"), Row(28, "水管", "3"));
        var predictions = Path.Combine(Folder, "predictions.csv");

        var (code, said, wrong) = await Run("--train", train, "--test", test, "--json", "--predictions", predictions);
        Assert.Equal((0, ""), (code, wrong));
        var told = JsonDocument.Parse(said).RootElement;
        Assert.Equal(
            ["accuracy", "macroF1", "messagesPerSecond", "peakMemoryMb", "top1", "top3", "trainSeconds"],
            told.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal((0.5, 0.75, 0.5), (Number(told, "top1"), Number(told, "top3"), Number(told, "accuracy")));
        // Units 1 and 2 reach 1/2 and 2/3, unit 3 nothing.
        Assert.Equal((0.5 + 2 / 3.0) / 3, Number(told, "macroF1"), 9);
        Assert.All(new[] { "messagesPerSecond", "trainSeconds", "peakMemoryMb" }, name => Assert.True(Number(told, name) > 0));
        var lines = await File.ReadAllLinesAsync(predictions, TestContext.Current.CancellationToken);
        Assert.Equal("id,label,predicted,confidence", lines[0]);
        Assert.Equal(["R26,1,1", "R27,2,2", "R28,1,2", "R28,3,1"], lines[1..].Select(l => l[..l.LastIndexOf(',')]));
        Assert.All(lines[1..], l => Assert.InRange(double.Parse(l[(l.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture), 0.5, 1));
    }

    [Fact]
    public async Task Online_a_new_unit_is_known_with_the_second_row()
    {
        var train = Write("train.csv", [.. Enumerable.Range(1, 9).Select(day => Row(day, "水管", "1"))]);
        var test = Write("test.csv", [.. Enumerable.Range(10, 10).Select(day => Row(day, "路灯", "7"))]);

        var (_, once, _) = await Run("--train", train, "--test", test, "--json");
        var (_, online, _) = await Run("--train", train, "--test", test, "--json", "--online");
        Assert.Equal(0, Number(JsonDocument.Parse(once).RootElement, "top3"));
        Assert.Equal(0.9, Number(JsonDocument.Parse(online).RootElement, "top3"));
    }

    [Fact]
    public async Task Bad_rows_are_told_with_their_line_and_the_others_are_used()
    {
        var train = Write(
            "train.csv",
            Row(1, "水管", "1"),
            Row(2, "水管", "-"),
            "R3,too,short",
            Row(4, "水管", "1").Replace("2025-03-04", "gestern", StringComparison.Ordinal)
        );
        var test = Write("test.csv", Row(5, "水管", "1"), Row(6, "水管", ""));

        var (code, said, wrong) = await Run("--train", train, "--test", test);
        Assert.Equal(0, code);
        Assert.Contains("学习 1 行", said, StringComparison.Ordinal);
        Assert.Contains("测量 1 行", said, StringComparison.Ordinal);
        Assert.Contains("1 单位1\t1\t1.000\t1.000\t1.000", said, StringComparison.Ordinal);
        Assert.Contains("有 3 行不合格", wrong, StringComparison.Ordinal);
        Assert.Contains("3\tDISPOSE_UNIT_ID\t没有承办单位", wrong, StringComparison.Ordinal);
        Assert.Contains("4\t-\t这一行有 3 个单元格", wrong, StringComparison.Ordinal);
        Assert.Contains("5\tCREATE_TIME\t不是时间", wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_serves_not_is_refused_with_the_reason()
    {
        var good = Write("good.csv", Row(1, "水管", "1"));
        var empty = Write("empty.csv");
        var other = Path.Combine(Folder, "other.csv");
        await File.WriteAllTextAsync(other, "id,label\n1,2\n", TestContext.Current.CancellationToken);

        Assert.Contains("缺少这些列：SUB_TYPE_ID", await Refused("--train", other, "--test", good), StringComparison.Ordinal);
        Assert.Contains("请检查它是否存在", await Refused("--train", good, "--test", other + ".not"), StringComparison.Ordinal);
        Assert.Contains("至少要有一行", await Refused("--train", empty, "--test", good), StringComparison.Ordinal);
        Assert.Contains(
            "请用 --predictions 指定",
            await Refused("--train", good, "--test", good, "--predictions", Folder),
            StringComparison.Ordinal
        );
    }

    private static string Row(int day, string sub, string unit) =>
        $"R{day},{sub},主类,大类,5,东湖社区,2,东湖街道,9,1,2025-03-{day:00} 08:30:00,{unit},单位{unit}";

    private string Write(string name, params string[] rows) => Table(name, [Head, .. rows]);
}
