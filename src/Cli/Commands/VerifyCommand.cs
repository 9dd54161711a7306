using System.CommandLine;
using Suiying.Kernel;
using Suiying.Schema.Backups;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying verify [ARCHIVE]</c></summary>
internal static class VerifyCommand
{
    public static Command Make()
    {
        var archive = new Argument<string?>("ARCHIVE")
        {
            Description = Say.In("要核验的备份；不给则核验正在使用的数据库和照片"),
            Arity = ArgumentArity.ZeroOrOne,
        };
        var command = new Command("verify", Say.In("核验备份，或正在使用的数据库、流转记录和照片；只读，不用停止服务")) { archive };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = Office.Open(parsed);
                return parsed.GetValue(archive) is { } path ? await Archive(office, path, ct) : await Running(office, ct);
            }
        );
        return command;
    }

    private static async Task<int> Archive(Office office, string path, CancellationToken ct)
    {
        var request = new VerifyBackup.Command { Archive = path, Tell = Say.Steps() };
        var outcome = await office.Use<VerifyBackup, Outcome<VerifyBackup.Result>>(verify => verify.Run(request, ct));
        if (!outcome.Ok(out var found, out var refusal))
            return Say.No(refusal);
        CityTold.Differences(found.Differences);
        CityTold.Damaged(found.DamagedFiles);
        Phrase made =
            $"{found.Manifest.TakenAt:yyyy-MM-dd HH:mm:ss'Z'}，版本 {found.Manifest.Version}，{found.Manifest.Parts.Count:N0} 个文件";
        if (found.City is { } city)
            CityTold.Report(city);
        else if (found.Manifest.Content == BackupContent.City)
            Say.Done($"压缩包逐个文件核对无误；流转记录要在恢复时核验（这里打不开 {found.Manifest.Database} 的表）。");
        return found.Whole ? Say.Done($"备份完好：{made}。") : Program.Refused;
    }

    private static async Task<int> Running(Office office, CancellationToken ct)
    {
        var request = new VerifyCity.Command { Database = office.Settings.Database, Tell = Say.Steps() };
        var outcome = await office.Use<VerifyCity, Outcome<VerifyCity.Result>>(verify => verify.Run(request, ct));
        if (!outcome.Ok(out var found, out var refusal))
            return Say.No(refusal);
        foreach (var migration in found.Pending)
            Say.Aside($"数据库还没有升级 pending\t{migration}");
        foreach (var fault in found.Faults)
            Say.Aside($"数据库 database\t{fault}");
        CityTold.Damaged(found.DamagedFiles);
        if (found.City is { } city)
            CityTold.Report(city);
        return found.Whole ? Say.Done("核验通过。") : Program.Refused;
    }
}
