using System.Globalization;
using System.Text.Json;

namespace Suiying.Channels.Model;

/// <summary>Reads the members of an object that another program sent, and notes every one that is wrong, with what would be right.</summary>
internal sealed class JsonMembers
{
    private readonly JsonElement json;

    private JsonMembers(JsonElement json) => this.json = json;

    public List<FieldProblem> Wrong { get; } = [];

    public static Outcome<JsonMembers> Read(string body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                ? new JsonMembers(document.RootElement.Clone())
                : Refusal.Invalid(new FieldProblem("body", "最外层应是一个对象。"));
        }
        catch (JsonException)
        {
            return Refusal.Invalid(new FieldProblem("body", "内容不是合法的 JSON。"));
        }
    }

    /// <summary>Null where the member is missing, empty or wrong.</summary>
    /// <param name="member">Its name.</param>
    /// <param name="longest">Characters at most.</param>
    /// <param name="lines">True lets it have line breaks.</param>
    public string? Text(string member, int longest, bool lines = false)
    {
        if (!json.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (
            value.ValueKind == JsonValueKind.String
            && value.GetString()!.Trim() is var text
            && text.Length <= longest
            && !text.Any(c => char.IsControl(c) && !(lines && c is '\n' or '\r' or '\t'))
        )
            return text.Length == 0 ? null : text;
        Wrong.Add(new FieldProblem(member, $"{member}应是不超过{longest}个字的文字。"));
        return null;
    }

    /// <summary>A list of bytes in base 64; empty where the member is missing or wrong.</summary>
    public IReadOnlyList<byte[]> Bytes(string member, int most)
    {
        if (!json.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return [];
        var read = new List<byte[]>();
        if (
            value.ValueKind == JsonValueKind.Array
            && value.GetArrayLength() <= most
            && value.EnumerateArray().All(item => item.ValueKind == JsonValueKind.String && Add(item))
        )
            return read;
        Wrong.Add(new FieldProblem(member, $"{member}应是列表，最多{most}项，每项是一张照片的Base64文字。"));
        return [];

        bool Add(JsonElement item)
        {
            if (!item.TryGetBytesFromBase64(out var bytes))
                return false;
            read.Add(bytes);
            return true;
        }
    }

    public string Must(string member, int longest, Phrase problem, bool lines = false) =>
        Text(member, longest, lines) ?? Missing(member, problem);

    /// <summary>A time within these bounds, in whole milliseconds.</summary>
    public DateTimeOffset Time(string member, DateTimeOffset now, TimeSpan oldest, TimeSpan ahead)
    {
        var text = Text(member, 40);
        // A time without an offset would be read in the zone of whatever machine this is.
        var zoned = text is not null && (text.EndsWith('Z') || text.Length > 6 && text[^6] is '+' or '-');
        if (!zoned || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            Wrong.Add(new FieldProblem(member, "请写明发生时间和时区，例如2026-11-28T09:00:00+08:00。"));
            return now;
        }
        if (at < now - oldest || at > now + ahead)
            Wrong.Add(new FieldProblem(member, "发生时间与本机时间相差太多，请校对发送方的时钟。"));
        return DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
    }

    public string Missing(string member, Phrase problem)
    {
        if (Wrong.All(w => w.Field != member))
            Wrong.Add(new FieldProblem(member, problem));
        return "";
    }
}
