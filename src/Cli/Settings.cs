using System.CommandLine;

namespace Suiying.Cli;

/// <summary>The same settings as the server's, under the same names; a flag wins over the environment.</summary>
internal static class Settings
{
    private static readonly Option<string?> Db = new("--db")
    {
        Description = Say.In("数据库：文件路径或 Data Source=… 为 SQLite，Host=… 为 PostgreSQL（环境变量 SUIYING_DB）"),
        Recursive = true,
    };

    private static readonly Option<string?> City = new("--city")
    {
        Description = Say.In("城市包的文件夹（SUIYING_CITY）"),
        Recursive = true,
    };

    private static readonly Option<string?> Var = new("--var")
    {
        Description = Say.In("数据库文件、密钥和照片的文件夹（SUIYING_VAR）"),
        Recursive = true,
    };

    private static readonly Option<string?> Keys = new("--keys") { Description = Say.In("密钥的文件夹（SUIYING_KEYS）"), Recursive = true };

    public static IReadOnlyList<Option<string?>> Options { get; } = [Db, City, Var, Keys];

    /// <summary>The options as the server's flags.</summary>
    public static string[] Arguments(ParseResult parsed) =>
        [.. Options.Where(o => parsed.GetValue(o) is not null).SelectMany(o => new[] { o.Name, parsed.GetValue(o)! })];
}
