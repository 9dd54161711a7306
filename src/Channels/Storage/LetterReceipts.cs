using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace Suiying.Channels.Storage;

/// <summary>What the writer of a letter is told: neither who they are nor what they wrote.</summary>
/// <param name="At">When it came.</param>
/// <param name="To">Code of the mailbox.</param>
/// <param name="Signed">Whether the writer was signed in.</param>
public sealed record LetterReceipt(DateTimeOffset At, string To, bool Signed);

/// <summary>Receipts in addresses, which nobody else can make.</summary>
public sealed class LetterReceipts(IDataProtectionProvider protection)
{
    private const int Longest = 2000;

    private readonly IDataProtector protector = protection.CreateProtector("Suiying.Channels.Letters.v1");

    public string Seal(LetterReceipt receipt) =>
        protector.Protect(
            string.Create(CultureInfo.InvariantCulture, $"{receipt.At.ToUnixTimeMilliseconds()}|{receipt.To}|{receipt.Signed}")
        );

    /// <summary>Null where nobody here made it.</summary>
    public LetterReceipt? Open(string? token)
    {
        try
        {
            return token is { Length: > 0 and < Longest } && protector.Unprotect(token).Split('|') is [var at, var to, var signed]
                ? new LetterReceipt(
                    DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(at, CultureInfo.InvariantCulture)),
                    to,
                    bool.Parse(signed)
                )
                : null;
        }
        catch (Exception problem) when (problem is CryptographicException or FormatException)
        {
            return null;
        }
    }
}
