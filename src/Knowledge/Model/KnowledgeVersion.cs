namespace Suiying.Knowledge.Model;

/// <summary>知识版本: one wording of an item on its way, in force or replaced.</summary>
public sealed class KnowledgeVersion
{
    private KnowledgeVersion() { }

    public Guid Id { get; private set; }

    public Guid ItemId { get; private set; }

    /// <summary>1, 2, 3 …</summary>
    public int Number { get; private set; }

    public KnowledgeState State { get; private set; }

    public KnowledgeContent Content { get; private set; } = null!;

    public DateTimeOffset At { get; private set; }

    public DateTimeOffset? PublishedAt { get; private set; }

    /// <summary>Who wrote, submitted or confirmed it, as ids with ; between: none of them publishes it.</summary>
    public string Hands { get; private set; } = "";

    public Guid? SubmittedBy { get; private set; }

    internal static KnowledgeVersion Begin(Guid item, int number, KnowledgeContent content, Actor by, DateTimeOffset at)
    {
        var version = new KnowledgeVersion
        {
            Id = Guid.CreateVersion7(at),
            ItemId = item,
            Number = number,
            Content = content,
            At = at,
        };
        version.Touch(by);
        return version;
    }

    internal void Move(KnowledgeRow row, Actor by, DateTimeOffset at)
    {
        State = row.To;
        if (row.Action is KnowledgeAction.Publish)
            PublishedAt = at;
        else if (row.To is KnowledgeState.UnitReview or KnowledgeState.HotlineReview)
            Touch(by);
        if (row.Action is KnowledgeAction.Submit)
            SubmittedBy = by.Id;
    }

    internal void Write(KnowledgeContent content, Actor by)
    {
        Content = content;
        Touch(by);
    }

    /// <summary>True where this person has had it in hand.</summary>
    public bool Knows(Actor by) => Hands.Contains(by.Id.ToString("N"), StringComparison.Ordinal);

    private void Touch(Actor by)
    {
        if (!by.Is(Role.System) && !Knows(by))
            Hands = Hands.Length == 0 ? by.Id.ToString("N") : $"{Hands};{by.Id:N}";
    }
}
