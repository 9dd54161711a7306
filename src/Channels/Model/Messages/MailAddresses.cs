using MimeKit;

namespace Suiying.Channels.Model.Messages;

/// <summary>电子邮箱: what may be an address of a person.</summary>
internal static class MailAddresses
{
    public const int Longest = 120;

    /// <summary>What is wrong with a text that is not empty; null where it may be an address.</summary>
    public static FieldProblem? Problem(string email) =>
        email.Length == 0 || IsOne(email) ? null : new FieldProblem("email", "这不像邮箱地址，请检查，例如 name@example.com。");

    private static bool IsOne(string email) =>
        email.Length <= Longest
        && email.All(char.IsAscii)
        && !email.Any(c => char.IsControl(c) || char.IsWhiteSpace(c))
        && MailboxAddress.TryParse(email, out var parsed)
        && parsed.Address == email
        && parsed.Domain.Contains('.', StringComparison.Ordinal);
}
