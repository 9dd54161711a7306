using System.CommandLine;
using Suiying.Kernel;
using Suiying.Schema.Backups;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying backup DIR|FILE</c></summary>
internal static class BackupCommand
{
    public static Command Make()
    {
        var target = new Argument<string>("TARGET") { Description = Say.In("放备份的文件夹，或新文件的名称（.tar.gz）") };
        var keys = new Option<bool>("--with-keys") { Description = Say.In("另外备份密钥，放在单独的文件里；请与数据备份分开保管") };
        var command = new Command("backup", Say.In("备份数据库和照片；不用停止服务")) { target, keys };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = Office.Open(parsed);
                var request = new TakeBackup.Command
                {
                    Target = parsed.GetRequiredValue(target),
                    WithKeys = parsed.GetValue(keys),
                    Tell = Say.Steps(),
                };
                var started = TimeProvider.System.GetTimestamp();
                var outcome = await office.Use<TakeBackup, Outcome<TakeBackup.Result>>(backup => backup.Run(request, ct));
                return outcome.Ok(out var done, out var refusal)
                    ? Tell(done, TimeProvider.System.GetElapsedTime(started))
                    : Say.No(refusal);
            }
        );
        return command;
    }

    private static int Tell(TakeBackup.Result done, TimeSpan took)
    {
        var photos = done.Manifest.Parts.Count(p => p.Name.StartsWith("files/", StringComparison.Ordinal));
        Say.Done(
            $"备份完成：{done.Manifest.Database}，{done.Manifest.Rows.Values.Sum():N0} 行，{photos:N0} 张照片，"
                + $"{done.Bytes / 1e6:N1} MB，用时 {took.TotalSeconds:N1} 秒。"
        );
        Say.Done(
            done.Keys is { } keys
                ? (Phrase)$"密钥 {keys}。警告：有了它和数据备份就能读出全部身份信息，请与数据备份分开保管，不要放在同一台机器上。"
                : (Phrase)"密钥不在这份备份里。没有密钥，身份信息恢复后不能读取；请用 --with-keys 另行备份，分开保管。"
        );
        Say.Done(done.Archive);
        foreach (var file in done.DamagedFiles)
            Say.Aside($"照片已损坏 damaged\t{file}");
        return done.DamagedFiles.Count == 0 ? 0 : Program.Refused;
    }
}
