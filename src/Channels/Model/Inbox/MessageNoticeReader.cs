using MimeKit;
using Suiying.Contracts.Requests;
using Suiying.Engines.Text;

namespace Suiying.Channels.Model.Inbox;

/// <summary>Reads the body of a message; every member that is wrong is told, with what would be right.</summary>
internal static class MessageNoticeReader
{
    public const int LongestId = 200;
    public const int LongestText = 4000;
    public const int ShortestText = 2;

    public const int LongestSubject = 100;
    public const int LongestName = 40;
    private const int LongestNumber = 40;
    public const int LongestAddress = 200;

    /// <summary>A mailbox that stood still for some weeks may still tell what came.</summary>
    public static readonly TimeSpan Oldest = TimeSpan.FromDays(60);

    public static readonly TimeSpan Ahead = TimeSpan.FromMinutes(5);

    public static Outcome<MessageNotice> Read(string body, string? country, DateTimeOffset now)
    {
        if (!JsonMembers.Read(body).Ok(out var json, out var refusal))
            return refusal;
        var (phone, email) = SenderOf(json, country);
        var notice = new MessageNotice
        {
            Id = json.Must("id", LongestId, "请写明发送方的来件编号。"),
            At = json.Time("at", now, Oldest, Ahead),
            Phone = phone,
            Email = email,
            Pictures = json.Bytes("photos", IIncomingPhotos.Most),
            Words = new MessageWords(
                TextOf(json),
                json.Text("name", LongestName) ?? "",
                json.Text("about", LongestNumber) ?? "",
                json.Text("reference", LongestNumber) ?? ""
            ),
        };
        return json.Wrong.Count == 0 ? notice : Refusal.Invalid(json.Wrong);
    }

    private static string TextOf(JsonMembers json)
    {
        var subject = json.Text("subject", LongestSubject);
        var text = json.Must("text", LongestText - LongestSubject - 1, "请写明来件内容。", lines: true).ReplaceLineEndings("\n");
        if (text.Length is > 0 and < ShortestText)
            json.Missing("text", $"来件内容至少{ShortestText}个字。");
        return subject is null ? text : $"{subject}\n{text}";
    }

    /// <summary>A phone or an e-mail address; left out where nobody is named.</summary>
    private static (string? Phone, string? Email) SenderOf(JsonMembers json, string? country)
    {
        if (json.Text("from", LongestAddress) is not { } text)
            return (null, null);
        if (Phones.NormalizeIn(country, text) is { } phone)
            return (phone, null);
        if (MailboxAddress.TryParse(text, out var parsed) && parsed.Address.IndexOf('@', StringComparison.Ordinal) > 0)
            return (null, parsed.Address);
        json.Wrong.Add(new FieldProblem("from", "来件人应是电话号码或电子邮箱；没有留下的请不填。"));
        return (null, null);
    }
}
