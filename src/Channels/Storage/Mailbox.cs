using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using MimeKit;
using Suiying.Channels.Model.Inbox;

namespace Suiying.Channels.Storage;

/// <summary>收件邮箱 over IMAP. A mail is marked as seen once it is kept, never before, so that whatever breaks in between reads it again.</summary>
public sealed class Mailbox(MailboxSetting setting)
{
    /// <summary>In one turn; the rest waits for the next.</summary>
    public const int Most = 50;

    /// <summary>Of a larger one the head alone is read.</summary>
    public const int MostBytes = 25 * 1024 * 1024;

    public bool Ready => setting.Road is not null;

    public string Name => setting.Name;

    /// <param name="keep">Keeps one mail; false leaves it for the next turn.</param>
    /// <param name="ct">Gives up.</param>
    /// <returns>What was wrong with the way, in words for the administrator; null where nothing was.</returns>
    public async Task<string?> Empty(Func<ArrivedMail, Task<bool>> keep, CancellationToken ct)
    {
        using var client = new ImapClient();
        try
        {
            await setting.Road!.Open(client, ct);
            var folder = setting.Folder.Length == 0 ? client.Inbox! : await client.GetFolderAsync(setting.Folder, ct);
            await folder.OpenAsync(FolderAccess.ReadWrite, ct);
            await Read(folder, keep, ct);
            await client.DisconnectAsync(true, ct);
            return null;
        }
        catch (MailKit.Security.AuthenticationException)
        {
            return "邮件服务器不接受登录，请核对 SUIYING_IMAP_USER 和 SUIYING_IMAP_PASSWORD。";
        }
        catch (MailKit.Security.SslHandshakeException)
        {
            return "邮件服务器的证书不可信；证书是自己的机构签发的，请用 SUIYING_IMAP_CA 写明机构证书。";
        }
        catch (FolderNotFoundException)
        {
            return $"邮箱里没有文件夹“{setting.Folder}”，请核对 SUIYING_IMAP_FOLDER。";
        }
        catch (ImapCommandException)
        {
            return "邮件服务器拒绝了读取，请核对邮箱的权限。";
        }
        catch (Exception problem) when (MailRoad.Problem(problem) is { } words)
        {
            return $"{words}：{setting.Road!.Host}:{setting.Road.Port}。";
        }
    }

    private static async Task Read(IMailFolder folder, Func<ArrivedMail, Task<bool>> keep, CancellationToken ct)
    {
        var waiting = (await folder.SearchAsync(SearchQuery.NotSeen.And(SearchQuery.NotDeleted), ct)).Order().Take(Most).ToList();
        if (waiting.Count == 0)
            return;
        var items = MessageSummaryItems.UniqueId | MessageSummaryItems.Size | MessageSummaryItems.InternalDate;
        foreach (var head in (await folder.FetchAsync(waiting, items, ct)).OrderBy(h => h.UniqueId))
        {
            var whole = head.Size is not > MostBytes;
            using var mail = whole
                ? await folder.GetMessageAsync(head.UniqueId, ct)
                : new MimeMessage(await folder.GetHeadersAsync(head.UniqueId, ct));
            var arrived = new ArrivedMail(mail)
            {
                Mark = $"{folder.UidValidity}.{head.UniqueId.Id}",
                At = head.InternalDate,
                Megabytes = whole ? null : (int)(head.Size!.Value / 1024 / 1024),
            };
            if (await keep(arrived))
                await folder.AddFlagsAsync(head.UniqueId, MessageFlags.Seen, true, ct);
        }
    }
}
