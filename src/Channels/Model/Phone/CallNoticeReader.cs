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
        if (!JsonMembers.Read(body).Ok(out var json, out var refusal))
            return refusal;
        var kind = KindOf(json);
        var notice = new CallNotice
        {
            Kind = kind ?? CallEventKind.Ended,
            At = json.Time("at", now, Oldest, Ahead),
            Call = json.Must("call", LongestId, "请写明话务平台的通话编号。"),
            From = PhoneOf(json, country),
            Agent = json.Text("agent", LongestId),
            To = json.Text("to", LongestId),
            Recording = RecordingOf(json),
        };
        if (kind is CallEventKind.Ringing or CallEventKind.Answered && notice.Agent is null)
            json.Missing("agent", "振铃和接听要写明坐席的登录名。");
        if (kind is CallEventKind.Transferred && notice.Agent is null && notice.To is null)
            json.Missing("to", "转接要写明转给哪个坐席（agent）或转到哪里（to）。");
        return json.Wrong.Count == 0 ? notice : Refusal.Invalid(json.Wrong);
    }

    private static CallEventKind? KindOf(JsonMembers json)
    {
        var text = json.Text("event", 20);
        var known = Enum.GetValues<CallEventKind>()
            .Where(k => string.Equals(k.ToString(), text, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (known is [var kind])
            return kind;
        json.Wrong.Add(new FieldProblem("event", $"请写明事件：{Kinds}。"));
        return null;
    }

    private static string? PhoneOf(JsonMembers json, string? country)
    {
        if (json.Text("from", 40) is not { } text || text.Equals("anonymous", StringComparison.OrdinalIgnoreCase))
            return null;
        if (Phones.NormalizeIn(country, text) is { } phone)
            return phone;
        json.Wrong.Add(new FieldProblem("from", "主叫号码不是电话号码；号码保密的来电请不填，或填anonymous。"));
        return null;
    }

    private static string? RecordingOf(JsonMembers json)
    {
        var text = json.Text("recording", LongestRecording);
        if (text is null || PhoneExchange.IsRecordingName(text))
            return text;
        json.Wrong.Add(new FieldProblem("recording", "录音写文件名或相对路径，不写完整网址；录音服务器的地址在话务平台的设置里。"));
        return null;
    }
}
