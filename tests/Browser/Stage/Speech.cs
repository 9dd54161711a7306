using System.Globalization;
using System.Text.Json;

namespace Suiying.Browser.Stage;

/// <summary>What a text of a page says in the language in which a visitor reads: the pages' own English, or the Chinese as it is written.</summary>
public static class Speech
{
    public const string Chinese = "zh-CN";
    public const string English = "en";

    private static readonly Lazy<Dictionary<string, string>> Known = new(Read);

    /// <param name="language">One of the two.</param>
    /// <param name="text">The Chinese, as a key of Texts.en.json; what is no such key is data and stays.</param>
    /// <param name="values">For its {0}, {1}.</param>
    public static string Of(string language, string text, params object[] values)
    {
        var said = language == English ? Known.Value.GetValueOrDefault(text, text) : text;
        return values.Length == 0 ? said : string.Format(CultureInfo.InvariantCulture, said, values);
    }

    private static Dictionary<string, string> Read()
    {
        var texts = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(Server.Root, "src"), "Texts.en.json", SearchOption.AllDirectories))
        foreach (var (key, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(File.ReadAllText(file))!)
            texts.TryAdd(key, value);
        return texts;
    }
}
