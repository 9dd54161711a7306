using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;
using Suiying.Channels.Model.Messages;
using Suiying.Contracts.Channels;

namespace Suiying.Channels.Storage;

/// <summary>Hands mail to the one server that is set up. What goes wrong is told without any address in it.</summary>
public sealed class MailPost(MailSetting setting, TimeProvider time)
{
    private const int PatienceMs = 20_000;

    public bool Ready => setting.Host is not null;

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
        catch (AuthenticationException)
        {
            throw new MessageNotSentException("邮件服务器不接受登录");
        }
        catch (SslHandshakeException)
        {
            throw new MessageNotSentException("邮件服务器的证书不可信");
        }
        catch (Exception problem)
            when (problem is ProtocolException or IOException or SocketException or NotSupportedException or TimeoutException)
        {
            throw new MessageNotSentException("邮件服务器连不上或没有答复");
        }
    }

    private async Task HandOver(MimeMessage message, CancellationToken ct)
    {
        using var client = new SmtpClient { Timeout = PatienceMs };
        if (setting.Authority is not null)
        {
            // An authority of the house has no list of revoked certificates that this machine could ask.
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => IsTrusted(certificate, errors);
        }
        await client.ConnectAsync(setting.Host!, setting.Port, setting.Security, ct);
        if (setting.User is { Length: > 0 } user)
            await client.AuthenticateAsync(user, setting.Password ?? "", ct);
        await client.SendAsync(message, ct);
        await client.DisconnectAsync(true, ct);
    }

    private bool IsTrusted(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(setting.Authority!);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(shown);
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
        var footer = Spoken.In(written.Language, () => Translations.Of("通知设置：{0}\n不想再收邮件：{1}", links.Wishes, page));
        await post.Send(parcel.Id, parcel.Identity.Email, written with { Text = $"{written.Text}\n\n--\n{footer}\n" }, headers, ct);
        return true;
    }
}
