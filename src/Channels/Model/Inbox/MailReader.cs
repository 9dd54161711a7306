using System.Security.Cryptography;
using System.Text;
using MimeKit;

namespace Suiying.Channels.Model.Inbox;

/// <summary>Reads a mail as a message: who, when, what, and whether a program wrote it. Whatever a mail is like, something readable comes of it.</summary>
internal static class MailReader
{
    private const int MostNamed = 5;
    private const int LongestFileName = 40;

    public static MessageNotice Read(ArrivedMail arrived, MailFiles files, DateTimeOffset now)
    {
        var mail = arrived.Mail;
        var from = From(mail);
        return new MessageNotice
        {
            Id = IdOf(arrived),
            At = WrittenAt(arrived, now),
            Email = from is { Address: { Length: <= MessageNoticeReader.LongestAddress } address } && IsAddress(address) ? address : null,
            Aside = IsAutomatic(mail) ? "自动回复" : null,
            Answers = Answered(mail),
            Words = new MessageWords(
                TextOf(arrived, files),
                MailText.Short(MailText.Line(from?.Name ?? ""), MessageNoticeReader.LongestName),
                "",
                ""
            )
            {
                Photos = files.Photos,
            },
        };
    }

    /// <summary>Everything beside the words.</summary>
    public static IEnumerable<MimeEntity> FilesOf(MimeMessage mail) => mail.BodyParts.Where(p => p is not TextPart || p.IsAttachment);

    public static string NameOf(MimeEntity file) =>
        MailText.Short(MailText.Line(file.ContentDisposition?.FileName ?? file.ContentType.Name ?? ""), LongestFileName);

    /// <summary>
    /// The same mail delivered twice is one, also where the mailbox counts anew; another one that borrows the number of an earlier is not taken for it.
    /// </summary>
    public static string IdOf(ArrivedMail arrived) =>
        arrived.Mail.MessageId is { Length: > 0 } id
            ? Convert.ToHexStringLower(
                SHA256.HashData(Encoding.UTF8.GetBytes($"{id}\n{From(arrived.Mail)?.Address}\n{arrived.Mail.Date:O}"))
            )
            : arrived.Mark;

    private static MailboxAddress? From(MimeMessage mail) => mail.From.Mailboxes.FirstOrDefault() ?? mail.Sender;

    private static DateTimeOffset WrittenAt(ArrivedMail arrived, DateTimeOffset now)
    {
        bool Possible(DateTimeOffset at) => at <= now + MessageNoticeReader.Ahead && at >= now - MessageNoticeReader.Oldest;
        var at =
            Possible(arrived.Mail.Date) ? arrived.Mail.Date
            : arrived.At is { } came && Possible(came) ? came
            : now;
        return at.ToUniversalTime();
    }

    private static bool IsAddress(string address) => address.LastIndexOf('@') > 0 && !address.Any(char.IsControl);

    /// <summary>Answers of machines, bounces and lists (RFC 3834, RFC 2076).</summary>
    public static bool IsAutomatic(MimeMessage mail)
    {
        var submitted = mail.Headers[HeaderId.AutoSubmitted]?.Trim();
        var precedence = mail.Headers[HeaderId.Precedence]?.Trim().ToLowerInvariant();
        var box = From(mail)?.Address.Split('@')[0].ToLowerInvariant();
        return submitted is not null && !submitted.StartsWith("no", StringComparison.OrdinalIgnoreCase)
            || mail.Headers["X-Auto-Response-Suppress"] is not null
            || precedence is "bulk" or "list" or "junk" or "auto_reply"
            || mail.Headers[HeaderId.ReturnPath]?.Trim() is "<>"
            || mail.Body is MultipartReport
            || box is "mailer-daemon" or "postmaster";
    }

    /// <summary>Ids of messages of ours that it answers: they stand before the @ of each number that we give out.</summary>
    private static IReadOnlyList<Guid> Answered(MimeMessage mail) =>
        [
            .. mail
                .References.Prepend(mail.InReplyTo ?? "")
                .Select(id => Guid.TryParseExact(id.Split('@')[0], "N", out var ours) ? ours : Guid.Empty)
                .Where(id => id != Guid.Empty)
                .Distinct()
                .Take(20),
        ];

    private static string TextOf(ArrivedMail arrived, MailFiles files)
    {
        var mail = arrived.Mail;
        var subject = MailText.Short(MailText.Line(mail.Subject ?? ""), MessageNoticeReader.LongestSubject);
        var notes = arrived.Megabytes is { } size
            ? $"（这封邮件有{size}MB，太大了，正文和附件没有收入，原件在邮箱里。）"
            : Named(files.Left);
        var body = arrived.Megabytes is null ? MailText.Of(mail) : "";
        if (subject.Length + body.Length < MessageNoticeReader.ShortestText)
            body = files.Photos.Count > 0 ? MessageWords.OfPhoto : "（空邮件）";
        var room = MessageNoticeReader.LongestText - subject.Length - notes.Length - 2;
        if (body.Length > room)
        {
            var cut = MailText.Short(body, room - 60);
            body = $"{cut}\n（邮件太长，后面{body.Length - cut.Length}个字没有收入，原件在邮箱里。）";
        }
        return string.Join('\n', new[] { subject, body, notes }.Where(part => part.Length > 0));
    }

    private static string Named(IReadOnlyList<LeftFile> left)
    {
        if (left.Count == 0)
            return "";
        // A photo that somebody sent to be seen comes first.
        var names = left.OrderBy(file => file.Why.Length == 0)
            .Select(file => file.Why.Length == 0 ? file.Name : $"{(file.Name.Length > 0 ? file.Name : "一张照片")}（{file.Why}）")
            .Where(name => name.Length > 0)
            .ToList();
        var named = names.Count == 0 ? "" : $"：{string.Join('、', names.Take(MostNamed))}{(names.Count > MostNamed ? "等" : "")}";
        return $"（附件{left.Count}个没有收入，原件在邮箱里{named}）";
    }
}
