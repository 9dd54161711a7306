using MimeKit;

namespace Suiying.Channels.Model.Inbox;

/// <summary>信里的照片: which parts of a mail may be photos of its sender. What they are shows when they are opened; the mail's own word proves nothing.</summary>
internal static class MailPictures
{
    /// <summary>示例: what stands between the words and is smaller is a logo or counts who reads.</summary>
    public const int LeastInline = 10 * 1024;

    private static readonly string[] Endings = [".jpg", ".jpeg", ".png", ".webp", ".heic", ".heif"];

    /// <summary>The bytes of what may be a photo; null for everything else.</summary>
    public static byte[]? Of(MimeEntity file)
    {
        if (file is not MimePart { Content: { } content } part || !Claims(part))
            return null;
        using var bytes = new MemoryStream();
        content.DecodeTo(bytes);
        return part.IsAttachment || bytes.Length >= LeastInline ? bytes.ToArray() : null;
    }

    /// <summary>Phones and web mailers call a photo all sorts of things.</summary>
    private static bool Claims(MimePart part) =>
        part.ContentType.IsMimeType("image", "*")
        || Endings.Any(ending => part.FileName?.Trim().EndsWith(ending, StringComparison.OrdinalIgnoreCase) == true);
}

/// <summary>What became of the parts of a mail that are not its words.</summary>
/// <param name="Photos">Files of the photos that were kept.</param>
/// <param name="Left">What stays in the mailbox.</param>
internal sealed record MailFiles(IReadOnlyList<string> Photos, IReadOnlyList<LeftFile> Left)
{
    public static MailFiles None { get; } = new([], []);
}

/// <summary>An attachment that stays in the mailbox.</summary>
/// <param name="Name">As its sender called it; may be empty.</param>
/// <param name="Why">What is wrong with a photo; empty for everything else.</param>
internal sealed record LeftFile(string Name, string Why);
