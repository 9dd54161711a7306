using System.Collections.Concurrent;
using System.Globalization;
using System.Reflection;
using System.Text.Json;

namespace Suiying.Kernel;

/// <summary>
/// The second language. Texts are written in Chinese where they are used; each project keeps the English beside its code in
/// <c>Texts.en.json</c>, the Chinese text being the key. A text that has no entry is shown as it was written.
/// </summary>
public static class Translations
{
    public const string File = "Texts.en.json";

    public static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    public static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    private static readonly ConcurrentDictionary<string, string> Entries = new(StringComparer.Ordinal);

    // Whoever says a text is loaded before it says it, and its file with it.
    static Translations()
    {
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) => Add(loaded.LoadedAssembly);
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies())
            Add(assembly);
    }

    /// <summary>One of the two languages that the product speaks, for any culture.</summary>
    public static CultureInfo LanguageOf(CultureInfo culture) => culture.TwoLetterISOLanguageName == "en" ? English : Chinese;

    /// <summary>From here to the end of the calling method the language is that of a culture: for work that no person asked for.</summary>
    public static void Speak(string culture) => CultureInfo.CurrentUICulture = LanguageOf(CultureInfo.GetCultureInfo(culture));

    /// <summary>The text in the language of the person who is served now.</summary>
    public static string Of(string text) =>
        LanguageOf(CultureInfo.CurrentUICulture) == English ? Entries.GetValueOrDefault(text, text) : text;

    /// <summary>The same for a text with places {0}, {1}; English may choose by number: <c>{0} {0:request|requests}</c>.</summary>
    public static string Of(string template, params object?[] values) =>
        string.Format(new ByNumber(LanguageOf(CultureInfo.CurrentUICulture)), Of(template), values);

    private static void Add(Assembly assembly)
    {
        if (assembly.IsDynamic || assembly.GetName().Name is not { } name || !IsOurs(name))
            return;
        using var stream = assembly.GetManifestResourceStream(File);
        if (stream is null)
            return;
        foreach (var (text, english) in JsonSerializer.Deserialize<Dictionary<string, string>>(stream)!)
            Entries[text] = english;
    }

    /// <summary>Our projects, and the command line, whose file people type.</summary>
    private static bool IsOurs(string assembly) => assembly.StartsWith("Suiying.", StringComparison.Ordinal) || assembly == "suiying";

    private sealed class ByNumber(CultureInfo culture) : IFormatProvider, ICustomFormatter
    {
        public object? GetFormat(Type? formatType) => formatType == typeof(ICustomFormatter) ? this : culture.GetFormat(formatType);

        public string Format(string? format, object? arg, IFormatProvider? formatProvider)
        {
            if (format?.Split('|') is [var one, var many])
                return arg?.ToString() == "1" ? one : many;
            return arg is IFormattable value ? value.ToString(format, culture) : arg?.ToString() ?? "";
        }
    }
}
