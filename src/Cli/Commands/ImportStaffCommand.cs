using System.CommandLine;
using Suiying.Kernel;
using Suiying.People.Features;
using Suiying.People.Model;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying staff import FILE</c> and <c>suiying staff export FILE</c></summary>
internal static class ImportStaffCommand
{
    public static Command Make()
    {
        var file = new Argument<string>("FILE") { Description = Say.In("CSV 或 .xlsx，第一行：login,name,unit,area,roles") };
        var dry = new Option<bool>("--dry-run") { Description = Say.In("只检查，不开账号") };
        var whole = new Option<bool>("--all-or-nothing") { Description = Say.In("有一行不合格就一个账号也不开") };
        var passwords = new Option<string?>("--passwords") { Description = Say.In("初始密码写到这个新文件；不写则以后在页面上下载") };
        var command = new Command("import", Say.In("批量开账号；已有的不改动，角色由安全管理员授予")) { file, dry, whole, passwords };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenCity(parsed, ct);
                if (office is null)
                    return Program.Refused;
                var (path, secrets) = (parsed.GetRequiredValue(file), parsed.GetValue(passwords));
                if (!File.Exists(path))
                    return Say.No(new NotFound($"没有找到文件：{path}"));
                if (File.Exists(secrets))
                    return Say.No(new NotFound($"文件 {secrets} 已存在，不会覆盖。请换一个名字。"));
                var request = new ImportStaff.Command { FileName = path, Content = await File.ReadAllBytesAsync(path, ct) };
                var outcome = await office.Use<ImportStaff, Outcome<StaffImport>>(import => import.Run(request, Actor.System, ct));
                if (!outcome.Ok(out var found, out var refusal))
                    return Say.No(refusal);
                Tell(found);
                var load = !parsed.GetValue(dry) && !(parsed.GetValue(whole) && found.Bad > 0);
                var decision = new DecideImport.Command { Id = found.Id, Load = load };
                outcome = await office.Use<DecideImport, Outcome<StaffImport>>(decide => decide.Run(decision, Actor.System, ct));
                if (!outcome.Ok(out found, out refusal))
                    return Say.No(refusal);
                Say.Done(load ? (Phrase)$"开设了 {found.Opened} 个账号，没有权限，由安全管理员授予角色。" : (Phrase)"没有开设账号。");
                if (secrets is not null && found.Opened > 0)
                    await office.Use<GivePasswords, bool>(give => Write(give, found.Id, secrets, ct));
                return found.Bad > 0 ? Program.Refused : 0;
            }
        );
        return command;
    }

    public static Command Export()
    {
        var file = new Argument<string>("FILE") { Description = Say.In("写到这个 CSV") };
        var command = new Command("export", Say.In("导出账号列表，不含密码和密钥")) { file };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var outcome = await office.Use<ExportStaff, Outcome<byte[]>>(e => e.Run(new ListStaff.Filter(), Actor.System, ct));
                if (!outcome.Ok(out var table, out var refusal))
                    return Say.No(refusal);
                await File.WriteAllBytesAsync(parsed.GetRequiredValue(file), table, ct);
                return Say.Done($"已写到 {parsed.GetRequiredValue(file)}。");
            }
        );
        return command;
    }

    private static void Tell(StaffImport import)
    {
        if (import.Bad > 0)
            Say.Aside("行 row\t列 column\t问题 problem\t应为 expected");
        foreach (var problem in import.Problems)
            Say.Row(problem);
        Say.Done($"读到 {import.Rows} 行：合格 {import.Good} 行，以前已有账号 {import.Already} 行，不合格 {import.Bad} 行。");
    }

    /// <summary>For the eyes of who runs the command alone.</summary>
    private static async Task<bool> Write(GivePasswords give, Guid import, string path, CancellationToken ct)
    {
        var given = (await give.Run(new GivePasswords.Command { Import = import }, Actor.System, ct)).Value;
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
            options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        await using var file = new FileStream(path, options);
        await using var writer = new StreamWriter(file);
        await writer.WriteLineAsync("login,password");
        await foreach (var account in given.Accounts)
            await writer.WriteLineAsync($"{account.Login},{account.Password}");
        Say.Done($"初始密码写在 {path}，只此一份。请分发后销毁。");
        return true;
    }
}
