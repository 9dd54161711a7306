using System.CommandLine;

namespace Suiying.Cli.Commands;

/// <summary><c>suiying db migrate</c></summary>
internal static class DbCommand
{
    public static Command Make()
    {
        var migrate = new Command("migrate", Say.In("建立或升级数据库的表"));
        migrate.SetAction(
            async (parsed, ct) =>
            {
                await using var office = await Office.OpenDatabase(parsed, ct);
                return Say.Done($"数据库已是最新（{office.Settings.Database.Kind}）。");
            }
        );
        return new Command("db", Say.In("数据库")) { migrate };
    }
}
