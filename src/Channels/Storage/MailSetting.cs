using Microsoft.Extensions.Configuration;
using MimeKit;

namespace Suiying.Channels.Storage;

/// <summary>邮件服务器, from configuration or environment: <c>SUIYING_SMTP</c> and what begins with it. See docs/messages.md.</summary>
public sealed record MailSetting
{
    private const int TlsPort = 465;

    /// <summary>Null where none is set up.</summary>
    public MailRoad? Road { get; private init; }

    /// <summary>Who the mail is from, as the city writes it.</summary>
    public MailboxAddress From { get; private init; } = new("", "nobody@localhost");

    /// <exception cref="InvalidOperationException">Something is set that is wrong; said at the start.</exception>
    public static MailSetting Read(IConfiguration configuration)
    {
        if (MailRoad.Read(configuration, "SUIYING_SMTP", TlsPort) is not { } road)
            return new MailSetting();
        if (
            !MailboxAddress.TryParse(configuration["SUIYING_SMTP_FROM"] ?? "", out var from)
            || !from.Address.Contains('@', StringComparison.Ordinal)
        )
            throw new InvalidOperationException("SUIYING_SMTP_FROM 应是发件人的邮箱，例如 随应 <12345@example.gov> 。");
        return new MailSetting { Road = road, From = from };
    }

    public override string ToString() => $"MailSetting({Road})";
}
