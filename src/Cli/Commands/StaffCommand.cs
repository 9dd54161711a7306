using System.CommandLine;
using Suiying.Kernel;
using Suiying.People.Features;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying staff create-administrators|import|export</c></summary>
internal static class StaffCommand
{
    public static Command Make()
    {
        var create = new Command("create-administrators", Say.In("为新城市开三个管理员账号；初始密码只显示这一次"));
        create.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                var outcome = await office.Use<CreateFirstAdministrators, Outcome<IReadOnlyList<CreateFirstAdministrators.Account>>>(c =>
                    c.Run(Actor.System, ct)
                );
                if (!outcome.Ok(out var accounts, out var refusal))
                    return Say.No(refusal);
                foreach (var account in accounts)
                    Say.Done($"{account.Login}\t{account.Password}");
                return Say.Done("请分别交给三个人，首次登录后修改密码。");
            }
        );
        return new Command("staff", Say.In("工作人员账号")) { create, ImportStaffCommand.Make(), ImportStaffCommand.Export() };
    }
}
