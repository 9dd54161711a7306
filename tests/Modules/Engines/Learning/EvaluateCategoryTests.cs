using System.Globalization;
using System.Text.Json;
using static Suiying.Tests.Engines.Learning.Letters;

namespace Suiying.Tests.Engines.Learning;

/// <summary><c>suiying evaluate category</c> as its user starts it, on tables written by hand.</summary>
public sealed class EvaluateCategoryTests() : EvaluateRuns("category")
{
    private const string Head = "id,title,body,time,label";

    [Fact]
    public async Task It_learns_from_letters_and_tokens_and_keeps_the_order_of_what_it_is_asked()
    {
        var letters = Table("letters.csv", [Head, .. Many(3).Select(l => $",{l.Title},\"{l.Body}\n谢谢\",,{l.Label}")]);
        var tokens = Table("tokens.csv", "tokens,label", "自来水 管 爆裂,供水", "公交 末班车 太 早,公交", "没有 类别,");
        var test = Table(
            "test.csv",
            Head,
            $"B7,停水了,自来水停了,,{Water}",
            $",公交车,公交车不进站,,{School}",
            ",小学报名,小学报名要什么材料,,"
        );
        var predictions = Path.Combine(Folder, "predictions.csv");

        var (code, said, wrong) = await Run("--train", letters, "--train", tokens, "--test", test, "--json", "--predictions", predictions);
        Assert.Equal(0, code);
        Assert.Contains("有 1 行不合格", wrong, StringComparison.Ordinal);
        Assert.Contains("4\tlabel\t没有类别", wrong, StringComparison.Ordinal);
        var told = JsonDocument.Parse(said).RootElement;
        Assert.Equal(
            ["accuracy", "coverageAt95", "macroF1", "messagesPerSecond", "peakMemoryMb", "precisionAtThreshold", "trainSeconds"],
            told.EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal)
        );
        // Water is right; the school letter was answered with bus, so both have no F1.
        Assert.Equal(0.5, Number(told, "accuracy"));
        Assert.Equal(1 / 3.0, Number(told, "macroF1"), 9);
        Assert.All(new[] { "messagesPerSecond", "trainSeconds", "peakMemoryMb" }, name => Assert.True(Number(told, name) > 0));
        var lines = await File.ReadAllLinesAsync(predictions, TestContext.Current.CancellationToken);
        Assert.Equal("id,label,predicted,confidence", lines[0]);
        Assert.Equal(["B7,供水,供水", ",入学,公交", ",,入学"], lines[1..].Select(l => l[..l.LastIndexOf(',')]));
        Assert.All(lines[1..], l => Assert.InRange(double.Parse(l[(l.LastIndexOf(',') + 1)..], CultureInfo.InvariantCulture), 0.34, 1));
    }

    [Fact]
    public async Task A_person_is_told_what_was_learnt_and_how_sure_it_is()
    {
        var letters = Table("letters.csv", [Head, .. Many(3).Select(l => $",{l.Title},{l.Body},,{l.Label}")]);
        var test = Table("test.csv", "tokens,label", "停水 两天,供水");

        var (code, said, wrong) = await Run("--train", letters, "--test", test);
        Assert.Equal((0, ""), (code, wrong));
        Assert.Contains("学习 54 行", said, StringComparison.Ordinal);
        Assert.Contains("类别 3 个", said, StringComparison.Ordinal);
        Assert.Contains("供水\t1\t1.000\t1.000\t1.000", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_that_serves_not_is_refused_with_the_reason()
    {
        var good = Table("good.csv", Head, ",,停水,,供水");
        var other = Table("other.csv", "id,label", "1,2");
        var empty = Table("empty.csv", Head);

        Assert.Contains("缺少这些列：body", await Refused("--train", other, "--test", good), StringComparison.Ordinal);
        Assert.Contains("请检查它是否存在", await Refused("--train", good, "--test", other + ".not"), StringComparison.Ordinal);
        Assert.Contains("至少要有一行", await Refused("--train", empty, "--test", good), StringComparison.Ordinal);
    }
}
