using System.Diagnostics;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Search;
using Microsoft.Extensions.Configuration;
using MimeKit;
using Suiying.Channels.Storage;
using Suiying.Testing;
using Suiying.Tests.Channels.Messages;

namespace Suiying.Tests.Channels.Inbox;

/// <summary>A real IMAP server of its own: Dovecot without rights, on the loopback, with a folder, a certificate and a mailbox that end with it.</summary>
internal sealed class Dovecot : IAsyncDisposable
{
    public const string User = "12345";
    public const string Password = "the-password-of-the-mailbox";
    private const string Program = "/usr/sbin/dovecot";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("imap-");
    private Process? process;

    public static bool Installed => File.Exists(Program);

    public int Port { get; } = LoopbackPort.Free();

    public string Authority => In("ca.crt");

    /// <summary>How the mailbox is reached.</summary>
    public Dictionary<string, string?> Settings =>
        new()
        {
            ["SUIYING_IMAP"] = $"localhost:{Port}",
            ["SUIYING_IMAP_TLS"] = "tls",
            ["SUIYING_IMAP_USER"] = User,
            ["SUIYING_IMAP_PASSWORD"] = Password,
            ["SUIYING_IMAP_CA"] = Installed ? Authority : "",
        };

    public async Task Start()
    {
        using var certificate = ServerCertificate.Make(Authority);
        await File.WriteAllTextAsync(In("server.crt"), certificate.ExportCertificatePem());
        await File.WriteAllTextAsync(In("server.key"), certificate.GetECDsaPrivateKey()!.ExportPkcs8PrivateKeyPem());
        await File.WriteAllTextAsync(In("users"), $"{User}:{{PLAIN}}{Password}\n");
        // It may not run as root; there it runs as nobody.
        var root = Environment.UserName == "root";
        var user = root ? "nobody" : Environment.UserName;
        var group = (await Say("id", "-gn", user)).Trim();
        await File.WriteAllTextAsync(In("dovecot.conf"), Written(user, group));
        if (root)
            await Say("chown", "-R", $"{user}:{group}", folder.FullName);
        string[] command = [Program, "-F", "-c", In("dovecot.conf")];
        process = root ? Run("runuser", ["-u", user, "--", .. command]) : Run(command[0], command[1..]);
        while (!await Listens())
        {
            Assert.False(process.HasExited, File.Exists(In("log")) ? await File.ReadAllTextAsync(In("log")) : "Dovecot ended at once.");
            await Task.Delay(50);
        }
    }

    /// <summary>What the world brings to the mailbox.</summary>
    public Task<UniqueId> Bring(MimeMessage mail, DateTimeOffset at) =>
        In(async inbox => (await inbox.AppendAsync(new AppendRequest(mail, MessageFlags.None, at)))!.Value);

    /// <summary>As if the mark had never been set.</summary>
    public Task<bool> Unmark() =>
        In(async inbox =>
        {
            await inbox.StoreAsync(
                await inbox.SearchAsync(SearchQuery.All),
                new StoreFlagsRequest(StoreAction.Remove, MessageFlags.Seen) { Silent = true }
            );
            return true;
        });

    public Task<int> Unseen() => In(async inbox => (await inbox.SearchAsync(SearchQuery.NotSeen)).Count);

    public async ValueTask DisposeAsync()
    {
        if (process is not null)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            process.Dispose();
        }
        folder.Delete(recursive: true);
    }

    private async Task<T> In<T>(Func<IMailFolder, Task<T>> use)
    {
        using var client = new ImapClient();
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Settings).Build();
        await MailboxSetting.Read(configuration).Road!.Open(client, default);
        await client.Inbox!.OpenAsync(FolderAccess.ReadWrite);
        var result = await use(client.Inbox);
        await client.DisconnectAsync(true);
        return result;
    }

    private string In(string name) => Path.Combine(folder.FullName, name);

    private async Task<bool> Listens()
    {
        using var client = new TcpClient();
        try
        {
            await client.ConnectAsync("127.0.0.1", Port);
            return true;
        }
        catch (SocketException)
        {
            return false;
        }
    }

    private static Process Run(string program, IEnumerable<string> words) =>
        Process.Start(new ProcessStartInfo(program, words) { WorkingDirectory = "/", RedirectStandardOutput = true })!;

    private static async Task<string> Say(string program, params string[] words)
    {
        using var said = Run(program, words);
        var text = await said.StandardOutput.ReadToEndAsync();
        await said.WaitForExitAsync();
        return text;
    }

    private string Written(string user, string group) =>
        $$"""
            base_dir = {{In("run")}}
            state_dir = {{In("run")}}
            log_path = {{In("log")}}
            protocols = imap
            listen = 127.0.0.1
            default_internal_user = {{user}}
            default_login_user = {{user}}
            default_internal_group = {{group}}
            ssl = required
            ssl_cert = <{{In("server.crt")}}
            ssl_key = <{{In("server.key")}}
            auth_mechanisms = plain login
            auth_failure_delay = 0
            mail_location = maildir:{{In("mail")}}
            first_valid_uid = 1
            passdb {
              driver = passwd-file
              args = {{In("users")}}
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{group}} home={{folder.FullName}}
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = 0
              }
              inet_listener imaps {
                address = 127.0.0.1
                port = {{Port}}
                ssl = yes
              }
            }
            service anvil {
              chroot =
            }
            """;
}
