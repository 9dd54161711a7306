using System.Globalization;
using System.Security;
using System.Xml;
using System.Xml.Linq;

namespace Suiying.Channels.Model.WeChat;

/// <summary>What somebody sent to the city's WeChat account, or did there.</summary>
public sealed record WeChatMessage
{
    private const int LongestMedia = 200;

    /// <summary>The account, as the platform names it.</summary>
    public required string To { get; init; }

    /// <summary>OpenID: who sent it, known to this account alone.</summary>
    public required string From { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>text, image, voice, video, shortvideo, location, link or event.</summary>
    public required string Type { get; init; }

    /// <summary>MsgId; of an event, who and when: the platform sends what it got no answer to again.</summary>
    public required string Id { get; init; }

    /// <summary>subscribe, unsubscribe, CLICK and others; empty where it is no event.</summary>
    public string Event { get; init; } = "";

    /// <summary>What it says in words: the text, what a voice was heard to say, the place or the page that was sent; empty where there are none.</summary>
    public string Words { get; init; } = "";

    /// <summary>MediaId: by which the platform hands a picture out; empty where there is none.</summary>
    public string Media { get; init; } = "";

    /// <summary>Says nothing of the sender.</summary>
    public override string ToString() => $"WeChatMessage({Type}, {At:O})";

    /// <summary>The member Encrypt of what was posted; null where there is none.</summary>
    public static string? Encrypted(string body) =>
        Parse(body) is { } xml && Of(xml, "Encrypt") is { Length: > 0 } sealedText ? sealedText : null;

    /// <summary>Null where it is none.</summary>
    public static WeChatMessage? Read(string text)
    {
        if (
            Parse(text) is not { } xml
            || !long.TryParse(Of(xml, "CreateTime"), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || seconds > 253_402_300_799
            || Of(xml, "FromUserName") is not { Length: > 0 and <= 100 } from
            || Of(xml, "MsgType") is not { Length: > 0 } type
        )
            return null;
        var id = Of(xml, "MsgId");
        return new WeChatMessage
        {
            To = Of(xml, "ToUserName"),
            From = from,
            At = DateTimeOffset.FromUnixTimeSeconds(seconds),
            Type = type,
            Id = id.Length is > 0 and <= 64 ? id : $"{type}-{seconds}",
            Event = Of(xml, "Event"),
            Words = WordsOf(xml, type).Trim(),
            Media = type == "image" && Of(xml, "MediaId") is { Length: <= LongestMedia } media ? media : "",
        };
    }

    /// <summary>An answer to whoever sent this, as text.</summary>
    public string Answer(string words, DateTimeOffset now) =>
        $"<xml><ToUserName>{SecurityElement.Escape(From)}</ToUserName><FromUserName>{SecurityElement.Escape(To)}</FromUserName>"
        + $"<CreateTime>{now.ToUnixTimeSeconds()}</CreateTime><MsgType>text</MsgType><Content>{SecurityElement.Escape(words)}</Content></xml>";

    private static string WordsOf(XElement xml, string type) =>
        type switch
        {
            "text" => Of(xml, "Content"),
            "voice" => Of(xml, "Recognition"),
            "location" => $"{Of(xml, "Label")}（{Of(xml, "Location_X")}，{Of(xml, "Location_Y")}）",
            "link" => $"{Of(xml, "Title")}\n{Of(xml, "Description")}\n{Of(xml, "Url")}",
            _ => "",
        };

    private static string Of(XElement xml, string member) => xml.Element(member)?.Value ?? "";

    private static XElement? Parse(string text)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(text), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            return XElement.Load(reader);
        }
        catch (XmlException)
        {
            return null;
        }
    }
}
