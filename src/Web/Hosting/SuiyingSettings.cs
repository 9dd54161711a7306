using Microsoft.Extensions.Configuration.Json;
using Suiying.Kernel.Data;

namespace Suiying.Web.Hosting;

/// <summary>
/// What an operator sets, by environment (<c>SUIYING_DB</c>), settings file or flag (<c>--db</c>); a flag wins over the environment, that
/// over the file.
/// </summary>
public sealed record SuiyingSettings
{
    /// <summary>Addresses to listen on, separated by semicolons.</summary>
    public required string Urls { get; init; }

    public required DatabaseSettings Database { get; init; }

    /// <summary>Folder of the city pack that a first start loads.</summary>
    public required string City { get; init; }

    /// <summary>Folder for database file, keys and photos.</summary>
    public required string Var { get; init; }

    /// <summary>How many synthetic requests a first start makes; 0 for none. Only in Development.</summary>
    public required int Demo { get; init; }

    public string Files => Path.Combine(Var, "files");

    private static readonly Dictionary<string, string> Flags = new()
    {
        ["--urls"] = "SUIYING_URLS",
        ["--db"] = "SUIYING_DB",
        ["--city"] = "SUIYING_CITY",
        ["--var"] = "SUIYING_VAR",
        ["--demo"] = "SUIYING_DEMO",
        ["--keys"] = "SUIYING_KEYS",
    };

    public static SuiyingSettings Read(ConfigurationManager configuration, string[] args)
    {
        AddFiles(configuration);
        configuration.AddCommandLine(args, Flags);
        var folder = configuration["SUIYING_VAR"] ?? "var";
        // Modules read this key; it is given here so that one folder holds all that must be kept.
        configuration["SUIYING_KEYS"] ??= Path.Combine(folder, "keys");
        return new SuiyingSettings
        {
            Urls = configuration["SUIYING_URLS"] ?? "http://localhost:5080",
            Database = DatabaseSettings.Parse(configuration["SUIYING_DB"] ?? Path.Combine(folder, "suiying.db")),
            City = configuration["SUIYING_CITY"] ?? throw new ArgumentException("请用 SUIYING_CITY 或 --city 指定城市数据包的文件夹。"),
            Var = folder,
            Demo = configuration.GetValue("SUIYING_DEMO", 2000),
        };
    }

    /// <summary>The settings that the product ships with, then the operator's own file; both give way to environment and flags.</summary>
    private static void AddFiles(ConfigurationManager configuration)
    {
        string[] folders = [AppContext.BaseDirectory, Directory.GetCurrentDirectory()];
        for (var i = 0; i < folders.Length; i++)
        {
            var file = new JsonConfigurationSource { Path = Path.Combine(folders[i], "suiying.json"), Optional = true };
            file.ResolveFileProvider();
            ((IConfigurationBuilder)configuration).Sources.Insert(i, file);
        }
    }
}
