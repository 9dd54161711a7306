namespace Suiying.Requests.Model;

/// <summary>A resident's unfinished form, encrypted as a whole, kept a day at most.</summary>
public sealed class RequestDraft
{
    private RequestDraft() { }

    public RequestDraft(Guid id, string content, DateTimeOffset at)
    {
        Id = id;
        Keep(content, at);
    }

    public Guid Id { get; private set; }

    /// <summary>Encrypted form fields.</summary>
    public string Content { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public void Keep(string content, DateTimeOffset at) => (Content, ChangedAt) = (content, at);
}
