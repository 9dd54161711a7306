using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using MimeKit;
using SmtpServer;
using SmtpServer.Authentication;
using SmtpServer.Protocol;
using SmtpServer.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Channels.Messages;

/// <summary>A mail server of its own: STARTTLS with a certificate of its own authority, sign-in, and a mailbox for everybody.</summary>
public sealed class MailServer : MessageStore, IUserAuthenticator, IAsyncDisposable
{
    public const string User = "suiying";
    public const string Password = "the-password-of-the-test";

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("mail-");
    private readonly CancellationTokenSource ends = new();
    private readonly ConcurrentQueue<MimeMessage> mails = new();
    private X509Certificate2? certificate;
    private Task? runs;

    public int Port { get; } = LoopbackPort.Free();

    /// <summary>File of the certificate that signed the server's.</summary>
    public string Authority => Path.Combine(folder.FullName, "ca.crt");

    /// <summary>What it answers next; null takes the mail.</summary>
    public SmtpResponse? Refuses { get; set; }

    /// <summary>Whether every session that brought mail was encrypted and signed in.</summary>
    public bool Proper { get; private set; } = true;

    public IReadOnlyList<MimeMessage> To(string address) => [.. mails.Where(m => m.To.Mailboxes.Any(to => to.Address == address))];

    public void Start()
    {
        certificate = ServerCertificate.Make(Authority);
        var options = new SmtpServerOptionsBuilder()
            .ServerName("localhost")
            .Endpoint(e =>
                e.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))
                    .AuthenticationRequired()
                    .AllowUnsecureAuthentication(false)
                    .Certificate(certificate)
            )
            .Build();
        var parts = new SmtpServer.ComponentModel.ServiceProvider();
        parts.Add((IMessageStore)this);
        parts.Add((IUserAuthenticator)this);
        runs = new SmtpServer.SmtpServer(options, parts).StartAsync(ends.Token);
    }

    public override Task<SmtpResponse> SaveAsync(
        ISessionContext context,
        IMessageTransaction transaction,
        ReadOnlySequence<byte> buffer,
        CancellationToken cancellationToken
    )
    {
        Proper &= context.Pipe.IsSecure && context.Authentication.IsAuthenticated;
        if (Refuses is { } no)
            return Task.FromResult(no);
        using var stream = new MemoryStream(buffer.ToArray());
        mails.Enqueue(MimeMessage.Load(stream, cancellationToken));
        return Task.FromResult(SmtpResponse.Ok);
    }

    public Task<bool> AuthenticateAsync(ISessionContext context, string user, string password, CancellationToken cancellationToken) =>
        Task.FromResult(user == User && password == Password);

    public async ValueTask DisposeAsync()
    {
        await ends.CancelAsync();
        if (runs is not null)
            await runs.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        ends.Dispose();
        certificate?.Dispose();
        folder.Delete(recursive: true);
    }
}
