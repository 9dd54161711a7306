using System.Text.Json;

namespace Suiying.Tests.Engines.Topics;

/// <summary><c>suiying evaluate duplicates</c> as its user starts it.</summary>
public sealed class EvaluateDuplicatesTests() : EvaluateRuns("duplicates")
{
    [Fact]
    public async Task Groups_are_written_in_the_order_of_the_file_and_bad_rows_are_told()
    {
        var letters = Table("letters.csv", [Rows.Head, .. Rows.Good, "x,t,b,gestern"]);
        var into = Path.Combine(Folder, "groups.csv");
        var (code, said, wrong) = await Run("--letters", letters, "--out", into, "--json");
        Assert.Equal(0, code);
        Assert.Contains("time\t不是时间", wrong, StringComparison.Ordinal);
        var told = JsonDocument.Parse(said).RootElement;
        Assert.Equal((4, 1, 3), (Number(told, "letters"), Number(told, "groups"), Number(told, "grouped")));
        var lines = await File.ReadAllLinesAsync(into, TestContext.Current.CancellationToken);
        Assert.Equal(["id,group", "1,1", "3,", "7,1", "5,1"], lines);
    }

    [Fact]
    public async Task A_file_without_the_columns_is_refused() =>
        Assert.Contains("缺少这些列：body time", await Refused("--letters", Table("bad.csv", "id,title", "1,2")), StringComparison.Ordinal);
}

/// <summary><c>suiying evaluate topics</c> as its user starts it.</summary>
public sealed class EvaluateTopicsTests() : EvaluateRuns("topics")
{
    [Fact]
    public async Task Members_are_written_with_rank_and_title()
    {
        var letters = Table("letters.csv", [Rows.Head, .. Rows.Good]);
        var into = Path.Combine(Folder, "topics.csv");
        var (code, said, wrong) = await Run("--letters", letters, "--top", "5", "--out", into);
        Assert.Equal((0, ""), (code, wrong));
        Assert.Contains("云杉花园", said, StringComparison.Ordinal);
        var lines = await File.ReadAllLinesAsync(into, TestContext.Current.CancellationToken);
        Assert.Equal("id,topic,rank,title", lines[0]);
        Assert.Equal(["1,1,1", "5,1,1", "7,1,1"], lines[1..].Select(l => l[..l.LastIndexOf(',')]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task What_is_wrong_is_told_by_row_and_by_option_and_nothing_is_written()
    {
        var bad = Table("bad.csv", $"{Rows.Head},likes", $"{Rows.Good[0]},很多", "9,无时间,没有写时间,昨天,0");
        var told = await Refused("--letters", bad);
        Assert.Contains("2\tlikes\t不是点赞数", told, StringComparison.Ordinal);
        Assert.Contains("3\ttime\t不是时间", told, StringComparison.Ordinal);
        Assert.Contains("至少要有一行", told, StringComparison.Ordinal);

        var letters = Table("letters.csv", [Rows.Head, .. Rows.Good]);
        var (code, _, wrong) = await Run("--letters", letters, "--top", "0");
        Assert.NotEqual(0, code);
        Assert.Contains("--top 应不小于 1", wrong, StringComparison.Ordinal);
        Assert.Contains(
            "--out",
            await Refused("--letters", letters, "--out", Path.Combine(Folder, "none", "x.csv")),
            StringComparison.Ordinal
        );
    }
}

internal static class Rows
{
    public const string Head = "id,title,body,time";

    public static readonly string[] Good =
    [
        "1,云杉花园停水,云杉花园从昨天开始停水，没有通知，老人做不了饭。,2026-05-04 08:00:00",
        "3,咨询社保转移,社保关系怎么转到外地，需要哪些材料？,2026-05-04 09:00:00",
        "7,云杉花园停水没通知,云杉花园停水两天，没有通知，请供水公司说明。,2026-05-05 08:00:00",
        ",云杉花园还在停水,云杉花园停水第三天，没有通知也没有送水车，老人做不了饭。,2026-05-06 08:00:00",
    ];
}
