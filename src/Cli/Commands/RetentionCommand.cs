using System.CommandLine;
using Suiying.Kernel;
using Suiying.Requests.Features;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying retention show|run</c>: what is no longer kept, and its erasure.</summary>
internal static class RetentionCommand
{
    public static Command Make() => new("retention", Say.In("保存期限")) { Show(), Run() };

    private static Command Show()
    {
        var show = new Command("show", Say.In("列出保存期限，以及现在和30天内到期的数量；只读"));
        show.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var outcome = await office.Use<ShowRetention, Outcome<ShowRetention.Result>>(use => use.Run(Actor.System, ct));
                if (!outcome.Ok(out var result, out var refusal))
                    return Say.No(refusal);
                Say.Aside("记录 class\t月 months\t举报件 reports\t依据 basis");
                foreach (var rule in result.Schedule.All)
                    Say.Done($"{rule.Class}\t{rule.Months}\t{(rule.Reports ? "1" : "0")}\t{rule.Basis}");
                Say.Aside("记录 class\t现在到期 now\t30天内到期 soon");
                foreach (var due in result.Dues)
                    Say.Done($"{due.Class}\t{due.Now}\t{due.Soon}");
                return 0;
            }
        );
        return show;
    }

    private static Command Run()
    {
        var run = new Command("run", Say.In("马上清除到期的内容，不等下一个整点；清除后不能恢复"));
        run.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var (words, photos, persons) = (0, 0, 0);
                while (true)
                {
                    var outcome = await office.Use<EraseExpired, Outcome<EraseExpired.Result>>(use =>
                        use.Run(new EraseExpired.Command(), Actor.System, ct)
                    );
                    if (!outcome.Ok(out var done, out var refusal))
                        return Say.No(refusal);
                    (words, photos, persons) = (words + done.Run.Words, photos + done.Run.Photos, persons + done.Run.Identities);
                    if (!done.More)
                        return Say.Done($"已清除 {words:N0} 件的文字、{photos:N0} 件的照片、录音和视频、{persons:N0} 人的身份。");
                }
            }
        );
        return run;
    }
}
