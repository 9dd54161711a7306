using System.Globalization;
using System.Text.Json;

namespace Suiying.Tests.Engines.Urgency;

public sealed class EvaluateUrgencyTests() : EvaluateRuns("urgency")
{
    private const string Head = "id,title,body,time,label";

    [Fact]
    public async Task It_tells_how_many_dangers_are_seen()
    {
        var test = Table(
            "test.csv",
            Head,
            "1,,楼道着火了,2026/1/2 8:00:00,1",
            "2,,我想问问公交卡怎么办,2026/1/2 8:00:00,1",
            "3,,小区停电了,2026/1/2 8:00:00,2",
            "4,公园,长椅旧了,2026/1/2 8:00:00,3"
        );
        var predictions = Path.Combine(Folder, "predictions.csv");

        var (code, said, wrong) = await Run("--test", test, "--json", "--predictions", predictions);
        Assert.Equal((0, ""), (code, wrong));
        var told = JsonDocument.Parse(said).RootElement;
        Assert.Equal(
            ["accuracy", "macroF1", "messagesPerSecond", "peakMemoryMb", "precisionUrgent", "recallUrgent"],
            told.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        Assert.Equal((0.75, 0.5, 1), (Number(told, "accuracy"), Number(told, "recallUrgent"), Number(told, "precisionUrgent")));
        var lines = await File.ReadAllLinesAsync(predictions);
        Assert.Equal("id,label,predicted,confidence", lines[0]);
        Assert.Equal(["1,1,1", "2,1,3", "3,2,2", "4,3,3"], lines[1..].Select(line => line[..line.LastIndexOf(',')]));
        Assert.All(
            lines[1..],
            line => Assert.InRange(double.Parse(line[(line.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture), 0, 1)
        );
    }

    [Fact]
    public async Task The_same_noise_comes_of_the_same_seed()
    {
        var test = Table("test.csv", [Head, .. Sentences.All.Select((s, i) => $"{i},,{s.Text},2026/1/2 8:00:00,{s.Grade}")]);
        var (_, once, _) = await Run("--test", test, "--noise", "7");
        var (_, again, _) = await Run("--test", test, "--noise", "7");
        Assert.Equal(once.Split('\n')[2..], again.Split('\n')[2..]);
        Assert.Contains("程度 grade", once, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_a_grade_is_told()
    {
        var test = Table("test.csv", Head, "1,,着火,2026/1/2 8:00:00,4", "2,,着火,gestern,1", "3,,着火,2026/1/2 8:00:00,1");
        var (code, _, wrong) = await Run("--test", test, "--json");
        Assert.Equal(0, code);
        Assert.Contains("2\tlabel\t不是紧急程度", wrong, StringComparison.Ordinal);
        Assert.Contains("3\ttime\t不是时间", wrong, StringComparison.Ordinal);
        Assert.Contains("至少要有一行", await Refused("--test", Table("none.csv", Head)), StringComparison.Ordinal);
    }
}
