using System.Text.Json.Serialization;

namespace Suiying.Channels.Model.Inbox;

/// <summary>A message as a source told it, read and found right.</summary>
public sealed record MessageNotice
{
    /// <summary>The sender's own id of it.</summary>
    public required string Id { get; init; }

    public required DateTimeOffset At { get; init; }

    /// <summary>Phone in E.164; null where none is named.</summary>
    public string? Phone { get; init; }

    /// <summary>E-mail address; null where none is named.</summary>
    public string? Email { get; init; }

    public required MessageWords Words { get; init; }

    /// <summary>Why it is put aside at once, such as the answer of a machine; null where a person decides.</summary>
    public string? Aside { get; init; }

    /// <summary>Photos as they were sent, not looked at yet.</summary>
    public IReadOnlyList<byte[]> Pictures { get; init; } = [];

    /// <summary>Ids of messages of ours that it says to answer.</summary>
    public IReadOnlyList<Guid> Answers { get; init; } = [];

    /// <summary>Says nothing of the sender.</summary>
    public override string ToString() => $"MessageNotice({At:O})";

    /// <summary>z***@example.com: enough to tell two senders apart, not enough to write to one.</summary>
    public static string Mask(string email)
    {
        var at = email.LastIndexOf('@');
        return at < 1 ? "***" : $"{email[0]}***{email[at..]}";
    }
}

/// <summary>What is kept encrypted of a message.</summary>
/// <param name="Text">With the subject as its first line, where there is one.</param>
/// <param name="Name">How the sender calls themselves; may be empty.</param>
/// <param name="About">Number of the matter that it is about, as the source says; may be empty.</param>
/// <param name="Reference">The number that the forwarding side gave it; may be empty.</param>
public sealed record MessageWords(string Text, string Name, string About, string Reference)
{
    private const int LongestTitle = 40;

    /// <summary>Stands for the words of a message that has photos alone.</summary>
    public const string OfPhoto = "（图片）";

    /// <summary>领导信箱: the post to which it is written, in the city's language; empty where it is to nobody in particular.</summary>
    public string To { get; init; } = "";

    /// <summary>Names of the files of its photos.</summary>
    public IReadOnlyList<string> Photos { get; init; } = [];

    /// <summary>How it begins, on one line.</summary>
    [JsonIgnore]
    public string Title =>
        Text.ReplaceLineEndings(" ") is { Length: > LongestTitle } text ? text[..LongestTitle] + "…" : Text.ReplaceLineEndings(" ");

    /// <summary>Says nothing.</summary>
    public override string ToString() => "MessageWords(sealed)";
}
