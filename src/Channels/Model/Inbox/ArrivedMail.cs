using MimeKit;

namespace Suiying.Channels.Model.Inbox;

/// <summary>到信: a mail as the mailbox has it.</summary>
/// <param name="Mail">Its head and, where it is not too large, its body.</param>
public sealed record ArrivedMail(MimeMessage Mail)
{
    /// <summary>What the mailbox calls it: validity of its numbers, and number.</summary>
    public required string Mark { get; init; }

    /// <summary>When it came to the mailbox.</summary>
    public required DateTimeOffset? At { get; init; }

    /// <summary>How large it is where that is too much; its body is then not here.</summary>
    public int? Megabytes { get; init; }

    public override string ToString() => $"ArrivedMail {Mark}";
}
