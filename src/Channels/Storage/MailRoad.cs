using System.Globalization;
using System.Net.Security;
using System.Net.Sockets;
using System.Security.Cryptography.X509Certificates;
using MailKit;
using MailKit.Security;
using Microsoft.Extensions.Configuration;

namespace Suiying.Channels.Storage;

/// <summary>
/// How one mail server is reached, from configuration or environment: <c>SUIYING_SMTP</c> for mail out, <c>SUIYING_IMAP</c> for mail in, and what
/// begins with either.
/// </summary>
public sealed record MailRoad
{
    private const int PatienceMs = 20_000;

    public required string Host { get; init; }

    public required int Port { get; init; }

    public required SecureSocketOptions Security { get; init; }

    public string? User { get; private init; }

    public string? Password { get; private init; }

    /// <summary>The authority that signed the server's certificate, where it is none that this machine trusts anyway.</summary>
    public X509Certificate2? Authority { get; private init; }

    /// <summary>Null where none is set up.</summary>
    /// <exception cref="InvalidOperationException">Something is set that is wrong; said at the start.</exception>
    public static MailRoad? Read(IConfiguration configuration, string name, int tlsPort)
    {
        if (configuration[name] is not { Length: > 0 } server)
            return null;
        var at = server.LastIndexOf(':');
        if (
            at <= 0
            || !int.TryParse(server.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            || port is 0 or > 65535
        )
            throw new InvalidOperationException($"{name} 写的是“{server}”，应是 主机:端口，例如 mail.example.gov:{tlsPort} 。");
        var authority = configuration[$"{name}_CA"];
        return new MailRoad
        {
            Host = server[..at],
            Port = port,
            Security = (configuration[$"{name}_TLS"] ?? "").ToLowerInvariant() switch
            {
                "" => port == tlsPort ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls,
                "starttls" => SecureSocketOptions.StartTls,
                "tls" => SecureSocketOptions.SslOnConnect,
                "none" => SecureSocketOptions.None,
                var other => throw new InvalidOperationException($"{name}_TLS 写的是“{other}”，应是 starttls、tls 或 none 。"),
            },
            User = configuration[$"{name}_USER"],
            Password = configuration[$"{name}_PASSWORD"],
            Authority = string.IsNullOrEmpty(authority) ? null : X509CertificateLoader.LoadCertificateFromFile(authority),
        };
    }

    /// <summary>Connects and signs in.</summary>
    public async Task Open(MailService client, CancellationToken ct)
    {
        client.Timeout = PatienceMs;
        if (Authority is not null)
        {
            // An authority of the house has no list of revoked certificates that this machine could ask.
            client.CheckCertificateRevocation = false;
            client.ServerCertificateValidationCallback = (_, certificate, _, errors) => IsTrusted(certificate, errors);
        }
        await client.ConnectAsync(Host, Port, Security, ct);
        if (User is { Length: > 0 } user)
            await client.AuthenticateAsync(user, Password ?? "", ct);
    }

    /// <summary>What went wrong on the way, without any address in it; null where it is nothing of the way.</summary>
    public static string? Problem(Exception problem) =>
        problem switch
        {
            AuthenticationException => "邮件服务器不接受登录",
            SslHandshakeException => "邮件服务器的证书不可信",
            ProtocolException or IOException or SocketException or NotSupportedException or TimeoutException =>
                "邮件服务器连不上或没有答复",
            _ => null,
        };

    /// <summary>Says neither user nor password.</summary>
    public override string ToString() => $"MailRoad({Host}:{Port})";

    private bool IsTrusted(X509Certificate? certificate, SslPolicyErrors errors)
    {
        if (certificate is null || (errors & ~SslPolicyErrors.RemoteCertificateChainErrors) != 0)
            return false;
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.Add(Authority!);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck;
        using var shown = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(shown);
    }
}
