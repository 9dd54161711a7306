namespace Suiying.Design;

/// <summary>The shapes of <see cref="HelpIcon"/>, on a grid of 48: constants of ours, never input, so they may be written as markup.</summary>
public static class PictureShapes
{
    private const string Ground = """<path d="M5 41h38"/>""";

    private static readonly Dictionary<string, string> Shapes = new(StringComparer.Ordinal)
    {
        ["water"] =
            """<path d="M8 16h14v-5M22 16h6a9 9 0 0 1 9 9v3h-7v-2a3 3 0 0 0-3-3H8zM16 11h12"/><path d="M29 36l10 8M39 36l-10 8"/>""",
        ["power"] = """<path d="M27 5 12 27h10l-3 16 17-23H25z"/>""",
        ["gas"] = """<path d="M24 5c2 8 11 12 11 23a11 11 0 0 1-22 0c0-6 4-8 5-13 3 2 4 4 4 7 3-4 4-10 2-17z"/>""",
        ["heat"] = """<path d="M8 24h32v17H8zM15 24v17M24 24v17M33 24v17M13 17c-3-4 3-6 0-10M24 17c-3-4 3-6 0-10M35 17c-3-4 3-6 0-10"/>""",
        ["lift"] = """<path d="M9 5h30v38H9zM24 5v38M17 20l-3 5h6zM31 25l-3-5h6z"/>""",
        ["manhole"] = Ground + """<path d="M24 8 38 33H10z"/><path d="M24 17v8M24 29v.1" stroke-width="3.4"/>""",
        ["flood"] =
            """<path d="M5 33c4-4 7-4 11 0s8 4 12 0 8-4 12 0M5 41c4-4 7-4 11 0s8 4 12 0 8-4 12 0M11 26l3-11h20l3 11M9 26h30M16 21h16"/>""",
        ["sewage"] = """<path d="M7 8h17v12H7zM24 11h8a6 6 0 0 1 6 6v5M34 29c0 3-3 4-3 7a4 4 0 0 0 8 0c0-3-3-4-5-7zM7 41h18"/>""",
        ["wall"] = Ground + """<path d="M10 41V8h28v33M10 19h28M10 30h28M24 8l-4 8 6 6-5 8 4 11"/>""",
        ["tree"] = Ground + """<path d="M24 41V25M24 31l7-6"/><path d="M14 26a8 8 0 0 1 1-15 10 10 0 0 1 18 0 8 8 0 0 1 1 15z"/>""",
        ["lamp"] = Ground + """<path d="M13 41V10a4 4 0 0 1 4-4h13v4M24 10h12l3 7H21zM26 25l10 8M36 25l-10 8"/>""",
        ["road"] = """<path d="M14 7 6 41M34 7l8 34M24 7v5M24 19v3M16 32c0-3 16-3 16 0s-4 5-8 5-8-2-8-5z"/>""",
        ["ice"] = """<path d="M24 5v38M8 14l32 20M40 14 8 34M19 9l5 5 5-5M19 39l5-5 5 5"/>""",
        ["noise"] = """<path d="M7 19h8l11-9v28l-11-9H7zM32 17c4 4 4 10 0 14M37 11c8 8 8 18 0 26"/>""",
        ["animal"] =
            """<circle cx="13" cy="20" r="4"/><circle cx="21" cy="11" r="4"/><circle cx="31" cy="13" r="4"/><circle cx="37" cy="22" r="4"/><path d="M13 36c0-6 6-13 12-12s10 8 8 13-7 3-10 3-10 2-10-4z"/>""",
        ["stuck"] = Ground + """<circle cx="24" cy="12" r="5"/><path d="M24 17v13M24 22l-11-6M24 22l11-6M24 30l-7 11M24 30l7 11"/>""",
    };

    public static bool Has(string name) => Shapes.ContainsKey(name);

    internal static string Of(string name) => Shapes.GetValueOrDefault(name, Shapes["stuck"]);
}
