using System.CommandLine;
using Suiying.Cli.Commands;

namespace Suiying.Cli;

/// <summary>The command line: 0 done, 1 refused or problems found, 2 not understood.</summary>
internal static class Program
{
    public const int Refused = 1;

    private const int NotUnderstood = 2;

    public static async Task<int> Main(string[] args)
    {
        var root = new RootCommand("随应 Suiying：一座城市的诉求办理系统的命令行")
        {
            CityCommand.Make(),
            ImportCommand.Make(),
            ExportCommand.Make(),
            AuditCommand.Make(),
            BenchCommand.Make(),
            KeyCommand.Make(),
            KeysCommand.Make(),
            StaffCommand.Make(),
            DbCommand.Make(),
            BackupCommand.Make(),
            RestoreCommand.Make(),
            VerifyCommand.Make(),
        };
        foreach (var option in Settings.Options)
            root.Options.Add(option);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync("用法见 suiying --help（usage: suiying --help）。");
            return NotUnderstood;
        }
        return await parsed.InvokeAsync();
    }
}
