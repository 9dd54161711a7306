using System.CommandLine;
using Suiying.Kernel;
using Suiying.Understanding.Features;
using Suiying.Understanding.Model;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying learn</c>: trains the models behind proposals from what people decided.</summary>
internal static class LearnCommand
{
    public static Command Make()
    {
        var command = new Command("learn", Say.In("由已有的定类和派单重新学习，运行中的服务器几秒内换用"));
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var command = new LearnModels.Command { Cores = Environment.ProcessorCount, Progress = Told() };
                var outcome = await office.Use<LearnModels, Outcome<List<LearntModel>>>(learn => learn.Run(command, Actor.System, ct));
                if (!outcome.Ok(out var models, out var refusal))
                    return Say.No(refusal);
                foreach (var model in models)
                {
                    var (kind, state, told) = (
                        (Phrase)UnderstandingWords.Of(model.Kind),
                        (Phrase)UnderstandingWords.Of(model.State),
                        model.Measures
                    );
                    Say.Done(
                        $"{kind} {model.Number}：{model.Rows:N0} 个决定，用时 {told.Seconds:0.0} 秒；没学过的 {told.Asked:N0} 件里第一个建议就对的 {told.First:P1}；{state}。"
                    );
                }
                return 0;
            }
        );
        return command;
    }

    private static Action<LearningStep> Told()
    {
        var (reading, learning) = (Say.Progress("已读", null), (IProgress<int>?)null);
        return step =>
        {
            if (step.Trained is not { } share)
                reading.Report(step.Read);
            else
                (learning ??= Say.Progress("已学习", step.Read)).Report((int)(share * step.Read));
        };
    }
}
