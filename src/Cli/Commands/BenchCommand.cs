using System.CommandLine;
using Suiying.Kernel;
using Suiying.Requests.Features;
using Suiying.Requests.Model.Synthetic;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying bench generate</c>: a synthetic city of any size.</summary>
internal static class BenchCommand
{
    public static Command Make()
    {
        var requests = new Option<int>("--requests") { Description = Say.In("多少件诉求"), Required = true };
        var seed = new Option<int>("--seed")
        {
            Description = Say.In("随机种子；同样的种子、城市版本和截止时间造出同样的数据"),
            Required = true,
        };
        var days = new Option<int>("--days") { Description = Say.In("分布在截止前的多少天里"), DefaultValueFactory = _ => 365 };
        var until = new Option<DateTimeOffset?>("--until") { Description = Say.In("截止时间，默认现在") };
        var into = new Option<bool>("--into-existing") { Description = Say.In("允许写入已有真实诉求的数据库") };
        var generate = new Command("generate", Say.In("造一座城市的演示诉求：季节、主题、单位、流转和回访"))
        {
            requests,
            seed,
            days,
            until,
            into,
        };
        generate.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                if (!VocabularyFiles.Read(Path.Combine(office.Settings.City, "demo")).Ok(out var words, out var problem))
                    return Say.No(problem);
                var plan = new Plan
                {
                    Requests = parsed.GetValue(requests),
                    Seed = parsed.GetValue(seed),
                    Days = parsed.GetValue(days),
                    Until = parsed.GetValue(until) ?? TimeProvider.System.GetUtcNow(),
                };
                var request = new GenerateRequests.Command
                {
                    Plan = plan,
                    Words = words,
                    IntoExisting = parsed.GetValue(into),
                    Progress = Say.Progress("已写入", plan.Requests),
                };
                var started = TimeProvider.System.GetTimestamp();
                var outcome = await office.Use<GenerateRequests, Outcome<GenerateRequests.Made>>(g => g.Run(request, Actor.System, ct));
                var seconds = TimeProvider.System.GetElapsedTime(started).TotalSeconds;
                return outcome.Ok(out var made, out var refusal)
                    ? Say.Done($"造了 {made.Requests:N0} 件演示诉求，用时 {seconds:N1} 秒，每秒 {made.Requests / seconds:N0} 件。")
                    : Say.No(refusal);
            }
        );
        return new Command("bench", Say.In("性能测试用的数据")) { generate };
    }
}
