using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Suiying.Requests.Model;

/// <summary>What a new request is given: its place in the order of all, its number and the hash of the code that goes with it.</summary>
public sealed record Ticket(long Serial, string Number, string QueryCodeHash, Guid? Key);

/// <summary>
/// 工单编号: region (6 digits), date (yyMMdd), channel (1), the last five digits of the serial, check digit (1); domain A.16. Easy to read
/// out and to check, but countable, so it opens nothing without the query code.
/// </summary>
public static class TicketNumber
{
    public static string Make(string region, DateOnly day, Channel channel, long serial)
    {
        var digits = string.Create(
            CultureInfo.InvariantCulture,
            $"{region.PadRight(6, '0')[..6]}{day:yyMMdd}{ChannelDigit(channel)}{serial % 100_000:D5}"
        );
        return digits + CheckDigit(digits);
    }

    /// <summary>True where the check digit fits, so that a misheard number is noticed at once.</summary>
    public static bool IsWellFormed(string? text) =>
        text is { Length: >= 19 and <= 24 } && text.All(char.IsAsciiDigit) && CheckDigit(text[..^1]) == text[^1];

    /// <summary>Luhn's check digit: finds every wrong digit and most swapped neighbours.</summary>
    private static char CheckDigit(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var value = digits[digits.Length - 1 - i] - '0';
            if (i % 2 == 0)
                value = value < 5 ? value * 2 : value * 2 - 9;
            sum += value;
        }
        return (char)('0' + (10 - sum % 10) % 10);
    }

    private static int ChannelDigit(Channel channel) =>
        channel switch
        {
            Channel.Phone => 1,
            Channel.Web => 2,
            Channel.WeChat or Channel.App => 3,
            Channel.Sms => 4,
            Channel.Mailbox or Channel.LeaderBoard or Channel.Letter => 5,
            Channel.WalkIn or Channel.Grid => 6,
            _ => 9,
        };
}

/// <summary>查询码: six characters without look-alikes, about a thousand million; only its hash is kept.</summary>
public static class QueryCode
{
    private const string Alphabet = "23456789ABCDEFGHJKMNPQRSTUVWXYZ";

    public static string Make() => RandomNumberGenerator.GetString(Alphabet, 6);

    public static string Hash(string number, string code) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{number}:{code.Trim().ToUpperInvariant()}")));

    public static bool Matches(string number, string code, string hash) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(number, code)), Encoding.ASCII.GetBytes(hash));
}
