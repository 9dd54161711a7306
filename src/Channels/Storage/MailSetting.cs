using System.Globalization;
using System.Security.Cryptography.X509Certificates;
using MailKit.Security;
using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Suiying.Channels.Storage;

/// <summary>邮件服务器, from configuration or environment: <c>SUIYING_SMTP</c> and what begins with it. See docs/messages.md.</summary>
public sealed record MailSetting
{
    private const int TlsPort = 465;

    /// <summary>Null where none is set up.</summary>
    public string? Host { get; private init; }

    public int Port { get; private init; }

    public SecureSocketOptions Security { get; private init; }

    public string? User { get; private init; }

    public string? Password { get; private init; }

    /// <summary>Who the mail is from, as the city writes it.</summary>
    public MailboxAddress From { get; private init; } = new("", "nobody@localhost");

    /// <summary>The authority that signed the server's certificate, where it is none that this machine trusts anyway.</summary>
    public X509Certificate2? Authority { get; private init; }

    /// <exception cref="InvalidOperationException">Something is set that is wrong; said at the start.</exception>
    public static MailSetting Read(IConfiguration configuration)
    {
        if (configuration["SUIYING_SMTP"] is not { Length: > 0 } server)
            return new MailSetting();
        var at = server.LastIndexOf(':');
        if (
            at <= 0
            || !int.TryParse(server.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is 0 or > 65535
        )
            throw new InvalidOperationException($"SUIYING_SMTP 写的是“{server}”，应是 主机:端口，例如 mail.example.gov:587 。");
        if (
            !MailboxAddress.TryParse(configuration["SUIYING_SMTP_FROM"] ?? "", out var from)
            || !from.Address.Contains('@', StringComparison.Ordinal)
        )
            throw new InvalidOperationException("SUIYING_SMTP_FROM 应是发件人的邮箱，例如 随应 <12345@example.gov> 。");
        var authority = configuration["SUIYING_SMTP_CA"];
        return new MailSetting
        {
            Host = server[..at],
            Port = port,
            Security = (configuration["SUIYING_SMTP_TLS"] ?? "").ToLowerInvariant() switch
            {
                "" => port == TlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls,
                "starttls" => SecureSocketOptions.StartTls,
                "tls" => SecureSocketOptions.SslOnConnect,
                "none" => SecureSocketOptions.None,
                var other => throw new InvalidOperationException($"SUIYING_SMTP_TLS 写的是“{other}”，应是 starttls、tls 或 none 。"),
            },
            User = configuration["SUIYING_SMTP_USER"],
            Password = configuration["SUIYING_SMTP_PASSWORD"],
            From = from,
            Authority = string.IsNullOrEmpty(authority) ? null : X509CertificateLoader.LoadCertificateFromFile(authority),
        };
    }

    public override string ToString() => $"MailSetting({Host}:{Port})";
}
