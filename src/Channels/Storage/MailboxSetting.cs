using Microsoft.Extensions.Configuration;

namespace Suiying.Channels.Storage;

/// <summary>收件邮箱, from configuration or environment: <c>SUIYING_IMAP</c> and what begins with it. See docs/inbox.md.</summary>
/// <param name="Road">Null where none is set up.</param>
/// <param name="Folder">Which folder is read; empty is the inbox.</param>
public sealed record MailboxSetting(MailRoad? Road, string Folder)
{
    private const int TlsPort = 993;

    /// <summary>What the source is called.</summary>
    public string Name => $"{Road?.User}（{Road?.Host}）";

    /// <exception cref="InvalidOperationException">Something is set that is wrong; said at the start.</exception>
    public static MailboxSetting Read(IConfiguration configuration)
    {
        var road = MailRoad.Read(configuration, "SUIYING_IMAP", TlsPort);
        if (road is { User: null or "" } or { Password: null or "" })
            throw new InvalidOperationException("设置了 SUIYING_IMAP，还要写明 SUIYING_IMAP_USER 和 SUIYING_IMAP_PASSWORD 。");
        return new MailboxSetting(road, configuration["SUIYING_IMAP_FOLDER"]?.Trim() ?? "");
    }

    public override string ToString() => $"MailboxSetting({Road})";
}
