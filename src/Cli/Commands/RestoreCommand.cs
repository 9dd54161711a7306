using System.CommandLine;
using Suiying.Kernel;
using Suiying.Schema.Backups;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying restore ARCHIVE</c></summary>
internal static class RestoreCommand
{
    public static Command Make()
    {
        var archive = new Argument<string>("ARCHIVE") { Description = Say.In("suiying backup 做的备份") };
        var keysFrom = new Option<string?>("--keys-from") { Description = Say.In("密钥的备份；已有的密钥不会被改动") };
        var force = new Option<bool>("--force") { Description = Say.In("目标已有数据也恢复：原有数据库改名保留。请先停止服务") };
        var command = new Command("restore", Say.In("把备份恢复到 --db 和 --var 指定的位置；先检查，后替换，不删除任何东西"))
        {
            archive,
            keysFrom,
            force,
        };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = Office.Open(parsed);
                var request = new RestoreBackup.Command
                {
                    Archive = parsed.GetRequiredValue(archive),
                    KeysFrom = parsed.GetValue(keysFrom),
                    Force = parsed.GetValue(force),
                    Folder = office.Settings.Var,
                    Tell = Say.Steps(),
                };
                var started = TimeProvider.System.GetTimestamp();
                var outcome = await office.Use<RestoreBackup, Outcome<RestoreBackup.Result>>(restore => restore.Run(request, ct));
                return outcome.Ok(out var done, out var refusal)
                    ? Tell(done, TimeProvider.System.GetElapsedTime(started))
                    : Say.No(refusal);
            }
        );
        return command;
    }

    private static int Tell(RestoreBackup.Result done, TimeSpan took)
    {
        Say.Done(
            $"恢复完成：{done.Manifest.TakenAt:yyyy-MM-dd HH:mm:ss'Z'} 的备份，{done.Manifest.Rows.Values.Sum():N0} 行，用时 {took.TotalSeconds:N1} 秒。"
        );
        if (done.Aside.Length > 0)
            Say.Done($"原有数据库保留为 {done.Aside}。");
        if (done.KeysAdded > 0)
            Say.Done($"加入了 {done.KeysAdded} 个密钥文件。");
        CityTold.Differences(done.Differences);
        CityTold.Damaged(done.DamagedFiles);
        CityTold.Report(done.City);
        return done.Whole ? 0 : Program.Refused;
    }
}
