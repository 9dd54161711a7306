using System.Globalization;
using System.Text.Json;
using Suiying.Engines.Text;

namespace Suiying.Channels.Model.Phone;

/// <summary>Reads the body of a call event; every member that is wrong is told, with what would be right.</summary>
internal static class CallNoticeReader
{
    public const int LongestId = 100;
    public const int LongestRecording = 300;

    /// <summary>Events that are older are of no use to a desk, and younger ones come from a clock that is wrong.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromHours(24);

    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    private static readonly Phrase Kinds = string.Join('、', Enum.GetNames<CallEventKind>().Select(n => n.ToLowerInvariant()));

    public static Outcome<CallNotice> Read(string body, string? country, DateTimeOffset now)
    {
        JsonElement json;
        try
        {
            using var document = JsonDocument.Parse(body);
            json = document.RootElement.Clone();
        }
        catch (JsonException)
        {
            return Refusal.Invalid(new FieldProblem("body", "内容不是合法的 JSON。"));
        }
        if (json.ValueKind != JsonValueKind.Object)
            return Refusal.Invalid(new FieldProblem("body", "最外层应是一个对象。"));
        var wrong = new List<FieldProblem>();
        var kind = KindOf(json, wrong);
        var at = TimeOf(json, now, wrong);
        var notice = new CallNotice
        {
            Kind = kind ?? CallEventKind.Ended,
            Call = Text(json, "call", LongestId, wrong) ?? Missing("call", "请写明话务平台的通话编号。", wrong),
            At = at ?? now,
            From = PhoneOf(json, country, wrong),
            Agent = Text(json, "agent", LongestId, wrong),
            To = Text(json, "to", LongestId, wrong),
            Recording = RecordingOf(json, wrong),
        };
        if (kind is CallEventKind.Ringing or CallEventKind.Answered && notice.Agent is null)
            Missing("agent", "振铃和接听要写明坐席的登录名。", wrong);
        if (kind is CallEventKind.Transferred && notice.Agent is null && notice.To is null)
            Missing("to", "转接要写明转给哪个坐席（agent）或转到哪里（to）。", wrong);
        return wrong.Count == 0 ? notice : Refusal.Invalid(wrong);
    }

    private static CallEventKind? KindOf(JsonElement json, List<FieldProblem> wrong)
    {
        var text = Text(json, "event", 20, wrong);
        var known = Enum.GetValues<CallEventKind>()
            .Where(k => string.Equals(k.ToString(), text, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (known is [var kind])
            return kind;
        wrong.Add(new FieldProblem("event", $"请写明事件：{Kinds}。"));
        return null;
    }

    private static DateTimeOffset? TimeOf(JsonElement json, DateTimeOffset now, List<FieldProblem> wrong)
    {
        var text = Text(json, "at", 40, wrong);
        // A time without an offset would be read in the zone of whatever machine this is.
        var zoned = text is not null && (text.EndsWith('Z') || text.Length > 6 && text[^6] is '+' or '-');
        if (!zoned || !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var at))
        {
            wrong.Add(new FieldProblem("at", "请写明发生时间和时区，例如2026-11-28T09:00:00+08:00。"));
            return null;
        }
        if (at < now - Oldest || at > now + Ahead)
            wrong.Add(new FieldProblem("at", "发生时间与本机时间相差太多，请校对话务平台的时钟。"));
        return DateTimeOffset.FromUnixTimeMilliseconds(at.ToUnixTimeMilliseconds());
    }

    private static string? PhoneOf(JsonElement json, string? country, List<FieldProblem> wrong)
    {
        if (Text(json, "from", 40, wrong) is not { } text || text.Equals("anonymous", StringComparison.OrdinalIgnoreCase))
            return null;
        if (Phones.NormalizeIn(country, text) is { } phone)
            return phone;
        wrong.Add(new FieldProblem("from", "主叫号码不是电话号码；号码保密的来电请不填，或填anonymous。"));
        return null;
    }

    private static string? RecordingOf(JsonElement json, List<FieldProblem> wrong)
    {
        var text = Text(json, "recording", LongestRecording, wrong);
        if (text is null || PhoneExchange.IsRecordingName(text))
            return text;
        wrong.Add(new FieldProblem("recording", "录音写文件名或相对路径，不写完整网址；录音服务器的地址在话务平台的设置里。"));
        return null;
    }

    private static string? Text(JsonElement json, string member, int longest, List<FieldProblem> wrong)
    {
        if (!json.TryGetProperty(member, out var value) || value.ValueKind == JsonValueKind.Null)
            return null;
        if (
            value.ValueKind == JsonValueKind.String
            && value.GetString()!.Trim() is var text
            && text.Length <= longest
            && !text.Any(char.IsControl)
        )
            return text.Length == 0 ? null : text;
        wrong.Add(new FieldProblem(member, $"{member}应是不超过{longest}个字的文字。"));
        return null;
    }

    private static string Missing(string member, Phrase problem, List<FieldProblem> wrong)
    {
        if (wrong.All(w => w.Field != member))
            wrong.Add(new FieldProblem(member, problem));
        return "";
    }
}
