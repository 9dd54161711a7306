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
        if (Language.Of(args, Environment.GetEnvironmentVariable) is not { } language)
        {
            await Console.Error.WriteLineAsync("--lang：zh 或 en（zh or en）。");
            return NotUnderstood;
        }
        Language.Speak(language);
        var root = new RootCommand(Say.In("随应 Suiying：一座城市的诉求办理系统的命令行"))
        {
            CityCommand.Make(),
            ImportCommand.Make(),
            ExportCommand.Make(),
            AuditCommand.Make(),
            RetentionCommand.Make(),
            BenchCommand.Make(),
            EvaluateCommand.Make(),
            LearnCommand.Make(),
            ScoresCommand.Make(),
            ExchangeCommand.Make(),
            InboxCommand.Make(),
            KeyCommand.Make(),
            WebhookCommand.Make(),
            KnowledgeCommand.Make(),
            KeysCommand.Make(),
            StaffCommand.Make(),
            DbCommand.Make(),
            BackupCommand.Make(),
            RestoreCommand.Make(),
            VerifyCommand.Make(),
        };
        foreach (var option in Settings.Options)
            root.Options.Add(option);
        root.Options.Add(Language.Option);
        var parsed = root.Parse(args);
        if (parsed.Errors.Count > 0)
        {
            foreach (var error in parsed.Errors)
                await Console.Error.WriteLineAsync(error.Message);
            await Console.Error.WriteLineAsync(Say.In("用法见 suiying --help（usage: suiying --help）。"));
            return NotUnderstood;
        }
        return await parsed.InvokeAsync();
    }
}
