using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using System.Xml;

namespace Suiying.Channels.Model;

/// <summary>Writes an answer as XML without a namespace, or as JSON after the Spark convention. Both leave out what XML cannot hold.</summary>
internal static class AnswerText
{
    private static readonly XmlWriterSettings Xml = new() { Encoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false) };

    /// <summary>Chinese as it is; what HTML could take for its own stays escaped.</summary>
    private static readonly JsonWriterOptions Json = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static byte[] ToXml(Answer answer)
    {
        using var memory = new MemoryStream();
        using (var writer = XmlWriter.Create(memory, Xml))
            Write(writer, answer.Root, answer.Content);
        return memory.ToArray();
    }

    public static byte[] ToJson(Answer answer)
    {
        using var memory = new MemoryStream();
        using (var writer = new Utf8JsonWriter(memory, Json))
            Write(writer, answer.Content);
        return memory.ToArray();
    }

    /// <summary>The text without control characters and halves of surrogate pairs.</summary>
    public static string Clean(string text)
    {
        if (text.All(c => XmlConvert.IsXmlChar(c)))
            return text;
        var clean = new StringBuilder(text.Length);
        foreach (var rune in text.EnumerateRunes())
        {
            var whole = rune.Value > 0xFFFF || XmlConvert.IsXmlChar((char)rune.Value) && rune != Rune.ReplacementChar;
            if (whole)
                clean.Append(rune.ToString());
        }
        return clean.ToString();
    }

    private static void Write(XmlWriter writer, string name, object? value)
    {
        writer.WriteStartElement(name);
        if (value is Fields fields)
        {
            foreach (var (member, content) in fields)
                Write(writer, member, content);
        }
        else if (value is Items items)
        {
            foreach (var item in items.Values)
                Write(writer, items.Name, item);
        }
        else if (value is not null)
            writer.WriteString(
                value is bool yes ? (yes ? "true" : "false") : Clean(Convert.ToString(value, CultureInfo.InvariantCulture)!)
            );
        writer.WriteEndElement();
    }

    private static void Write(Utf8JsonWriter writer, object? value)
    {
        switch (value)
        {
            case Fields fields:
                writer.WriteStartObject();
                foreach (var (member, content) in fields)
                {
                    writer.WritePropertyName(member);
                    Write(writer, content);
                }
                writer.WriteEndObject();
                break;
            case Items items:
                writer.WriteStartArray();
                foreach (var item in items.Values)
                    Write(writer, item);
                writer.WriteEndArray();
                break;
            case bool yes:
                writer.WriteBooleanValue(yes);
                break;
            case int number:
                writer.WriteNumberValue(number);
                break;
            case double number:
                writer.WriteNumberValue(number);
                break;
            case string text:
                writer.WriteStringValue(Clean(text));
                break;
            default:
                writer.WriteNullValue();
                break;
        }
    }
}
