using System.CommandLine;
using System.Globalization;
using Suiying.Kernel;

namespace Suiying.Cli;

/// <summary>The language of what commands say: <c>--lang</c>, else that of the terminal, else Chinese.</summary>
internal static class Language
{
    /// <summary>Read before anything else is, because descriptions of options are already said in a language.</summary>
    public static readonly Option<string?> Option = new("--lang") { Description = "zh, en (LANG)", Recursive = true };

    private static readonly string[] Terminal = ["LC_ALL", "LC_MESSAGES", "LANG"];

    /// <summary>Null where the language named is none of ours.</summary>
    public static CultureInfo? Of(IReadOnlyList<string> args, Func<string, string?> environment)
    {
        if (Named(args) is { } named)
            return named switch
            {
                "zh" => Translations.Chinese,
                "en" => Translations.English,
                _ => null,
            };
        var terminal = Terminal.Select(environment).FirstOrDefault(value => !string.IsNullOrEmpty(value));
        return terminal?.StartsWith("en", StringComparison.OrdinalIgnoreCase) == true ? Translations.English : Translations.Chinese;
    }

    public static void Speak(CultureInfo language)
    {
        CultureInfo.CurrentUICulture = language;
        CultureInfo.DefaultThreadCurrentUICulture = language;
    }

    private static string? Named(IReadOnlyList<string> args)
    {
        for (var at = 0; at < args.Count; at++)
        {
            if (args[at] == "--lang")
                return at + 1 < args.Count ? args[at + 1] : "";
            if (args[at].StartsWith("--lang=", StringComparison.Ordinal))
                return args[at]["--lang=".Length..];
        }
        return null;
    }
}
