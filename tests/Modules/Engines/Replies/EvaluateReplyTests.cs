using System.Text.Json;

namespace Suiying.Tests.Engines.Replies;

public sealed class EvaluateReplyTests() : EvaluateRuns("reply")
{
    private const string Head = "id,title,body,time,reply,label";

    [Fact]
    public async Task It_tells_each_fault()
    {
        var test = Table(
            "test.csv",
            Head,
            "1,路灯,路灯坏了,2026/1/2 8:00:00,感谢您的来电，祝您生活愉快！,template",
            "2,路灯,路灯坏了,2026/1/2 8:00:00,路灯1月3日已修好。,",
            "3,路灯,路灯坏了,2026/1/2 8:00:00,路灯将尽快更换。,undated|typo"
        );
        var predictions = Path.Combine(Folder, "predictions.csv");

        var (code, said, wrong) = await Run("--test", test, "--json", "--predictions", predictions);
        Assert.Equal(0, code);
        Assert.Contains("4\tlabel\t不是答复疑点", wrong, StringComparison.Ordinal);
        var told = JsonDocument.Parse(said).RootElement;
        Assert.Equal((1, 0.2, 1), (Number(told, "accuracy"), Number(told, "macroF1"), Number(told, "templateRecall")));
        Assert.Equal(
            ["id,label,predicted,confidence", "1,template,template,1.0000", "2,,,1.0000"],
            await File.ReadAllLinesAsync(predictions)
        );
    }
}
