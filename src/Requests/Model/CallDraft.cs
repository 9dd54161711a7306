namespace Suiying.Requests.Model;

/// <summary>未完成的登记: what an agent noted during a call and has not registered, encrypted as a whole, kept a day at most.</summary>
public sealed class CallDraft
{
    private CallDraft() { }

    public CallDraft(Guid id) => Id = id;

    /// <summary>The id that the request will have, so that taking it up again makes no second request.</summary>
    public Guid Id { get; private set; }

    /// <summary>Who wrote last.</summary>
    public Guid AgentId { get; private set; }

    public string AgentName { get; private set; } = "";

    /// <summary>The call during which it was written.</summary>
    public Guid? CallId { get; private set; }

    /// <summary>The sealed caller, by whom it is found when they call again.</summary>
    public Guid? PersonId { get; private set; }

    /// <summary>Encrypted form fields.</summary>
    public string Content { get; private set; } = "";

    public DateTimeOffset ChangedAt { get; private set; }

    public void Keep(string content, Actor by, DateTimeOffset at) =>
        (Content, AgentId, AgentName, ChangedAt) = (content, by.Id, by.Name, at);

    /// <summary>The call in which it is written now.</summary>
    public void In(Guid? call, Guid? person) => (CallId, PersonId) = (call ?? CallId, person ?? PersonId);
}
