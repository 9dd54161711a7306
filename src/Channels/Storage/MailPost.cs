using MailKit.Net.Smtp;
using MimeKit;
using Suiying.Channels.Model.Messages;
using Suiying.Contracts.Channels;
using Suiying.Design;

namespace Suiying.Channels.Storage;

/// <summary>Hands mail to the one server that is set up. What goes wrong is told without any address in it.</summary>
public sealed class MailPost(MailSetting setting, TimeProvider time)
{
    public bool Ready => setting.Road is not null;

    /// <param name="id">The same at every repetition; it becomes the Message-ID.</param>
    /// <param name="to">An address that the person gave.</param>
    /// <param name="written">The words.</param>
    /// <param name="headers">What else stands at its head.</param>
    /// <param name="ct">Gives up.</param>
    /// <exception cref="MessageNotSentException">The server could not be reached or did not take it.</exception>
    public async Task Send(Guid id, string to, WrittenMessage written, IReadOnlyDictionary<string, string> headers, CancellationToken ct)
    {
        using var message = new MimeMessage
        {
            MessageId = $"{id:N}@{setting.From.Domain}",
            Date = time.GetUtcNow(),
            Subject = written.Subject ?? "",
            Body = new TextPart("plain") { Text = written.Text },
        };
        message.From.Add(setting.From);
        message.To.Add(new MailboxAddress("", to));
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        foreach (var (name, value) in headers)
            message.Headers.Add(name, value);
        try
        {
            await HandOver(message, ct);
        }
        catch (SmtpCommandException problem)
        {
            throw new MessageNotSentException($"邮件服务器答复 {(int)problem.StatusCode}", (int)problem.StatusCode >= 500);
        }
        catch (Exception problem) when (MailRoad.Problem(problem) is { } words)
        {
            throw new MessageNotSentException(words);
        }
    }

    private async Task HandOver(MimeMessage message, CancellationToken ct)
    {
        using var client = new SmtpClient();
        await setting.Road!.Open(client, ct);
        await client.SendAsync(message, ct);
        await client.DisconnectAsync(true, ct);
    }
}

/// <summary>邮件: to the confirmed address, with the way out of it at the head (RFC 8058) and at the end.</summary>
internal sealed class EmailCarrier(MailPost post, MessageLinks links) : ICarrier
{
    public MessageChannel Channel => MessageChannel.Email;

    // A mail that cannot be stopped is not sent.
    public bool Ready => post.Ready && links.Known;

    public async Task<bool> Send(Parcel parcel, CancellationToken ct)
    {
        if (parcel.Identity.Email.Length == 0)
            return false;
        var token = links.Stop(parcel.Person, MessageChannel.Email);
        var headers = new Dictionary<string, string>
        {
            ["List-Unsubscribe"] = $"<{links.StopAtOnce(token)}>",
            ["List-Unsubscribe-Post"] = "List-Unsubscribe=One-Click",
        };
        var (written, page) = (parcel.Written, links.StopPage(token));
        var footer = Spoken.In(written.Language, () => Translations.Of("通知设置：{0}\n不想再收邮件：{1}", written.Settings!, page));
        await post.Send(parcel.Id, parcel.Identity.Email, written with { Text = $"{written.Text}\n\n--\n{footer}\n" }, headers, ct);
        return true;
    }
}
