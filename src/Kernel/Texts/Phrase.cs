using System.Runtime.CompilerServices;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Suiying.Kernel;

/// <summary>
/// A sentence for a person, made where no localizer is at hand: written as an ordinary Chinese (interpolated) string and read in the
/// reader's language. A value that is a phrase itself is translated too; other values are data.
/// </summary>
[JsonConverter(typeof(AsText))]
[InterpolatedStringHandler]
public sealed class Phrase : IEquatable<Phrase>
{
    private readonly StringBuilder template;
    private readonly List<object?> values;

    public Phrase(int literalLength, int formattedCount)
    {
        template = new StringBuilder(literalLength + (3 * formattedCount));
        values = new List<object?>(formattedCount);
    }

    private Phrase(string text)
    {
        template = new StringBuilder(text);
        values = [];
    }

    /// <summary>A sentence of an engine, which knows no languages; a word in it that has its English is a word, and not data.</summary>
    public static Phrase Of(FormattableString said)
    {
        var phrase = new Phrase(said.Format);
        phrase.values.AddRange(said.GetArguments().Select(value => value is string word ? new Phrase(word) : value));
        return phrase;
    }

    public void AppendLiteral(string value) =>
        template.Append(value.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal));

    public void AppendFormatted<T>(T value) => AppendFormatted(value, null);

    public void AppendFormatted<T>(T value, string? format)
    {
        template.Append('{').Append(values.Count);
        if (format is not null)
            template.Append(':').Append(format);
        template.Append('}');
        values.Add(value);
    }

    /// <summary>In the language of the person who is served now.</summary>
    public override string ToString() =>
        values.Count == 0 ? Translations.Of(template.ToString()) : Translations.Of(template.ToString(), [.. values]);

    public bool Equals(Phrase? other) => other is not null && template.Equals(other.template) && values.SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as Phrase);

    public override int GetHashCode() => template.ToString().GetHashCode(StringComparison.Ordinal);

    public static implicit operator Phrase(string text) => new(text);

    public static implicit operator string(Phrase phrase) => phrase.ToString();

    private sealed class AsText : JsonConverter<Phrase>
    {
        public override Phrase Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            new(reader.GetString() ?? "");

        public override void Write(Utf8JsonWriter writer, Phrase value, JsonSerializerOptions options) =>
            writer.WriteStringValue(value.ToString());
    }
}
