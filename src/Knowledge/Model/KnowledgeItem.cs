namespace Suiying.Knowledge.Model;

/// <summary>知识条目: one question with its answer, owned by one unit, over all its versions.</summary>
public sealed class KnowledgeItem
{
    private readonly List<KnowledgeVersion> versions = [];
    private readonly List<KnowledgeStep> steps = [];

    private KnowledgeItem() { }

    public Guid Id { get; private set; }

    /// <summary>Code of the unit that answers for it.</summary>
    public string Owner { get; private set; } = "";

    /// <summary>Its number where it came from, by which an import knows it again.</summary>
    public string? ExternalNumber { get; private set; }

    /// <summary>Of the newest version.</summary>
    public KnowledgeState State { get; private set; }

    public int Newest { get; private set; }

    /// <summary>Number of the version that is readable; null where none is.</summary>
    public int? Published { get; private set; }

    // What lists ask for, of the published version or, before there is one, of the newest.
    public string Title { get; private set; } = "";
    public string? Area { get; private set; }
    public string? Category { get; private set; }
    public Audience Audience { get; private set; }
    public DateOnly? From { get; private set; }
    public DateOnly? To { get; private set; }
    public DateOnly? ReviewDueOn { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Counts up with every change; a second change of the same one is refused.</summary>
    public int Revision { get; private set; }

    public bool Synthetic { get; private set; }

    public IReadOnlyList<KnowledgeVersion> Versions => versions;

    /// <summary>Those of this change; the whole history is read apart.</summary>
    public IReadOnlyList<KnowledgeStep> Steps => steps;

    public KnowledgeVersion NewestVersion => versions.Single(v => v.Number == Newest);

    public KnowledgeVersion? PublishedVersion => versions.SingleOrDefault(v => v.Number == Published);

    public Validity Validity => new(From, To, ReviewDueOn);

    /// <summary>A new item as a draft.</summary>
    public static KnowledgeItem Begin(Origin origin, KnowledgeContent content, Actor by, DateTimeOffset at)
    {
        var item = new KnowledgeItem
        {
            Id = Guid.CreateVersion7(at),
            Owner = origin.Owner,
            ExternalNumber = origin.ExternalNumber,
            Synthetic = origin.Synthetic,
        };
        item.Open(content, by, at);
        item.Append(origin.Imported ? KnowledgeAction.Import : KnowledgeAction.Write, item.Newest, by, at, "");
        return item;
    }

    /// <summary>Writes the open draft, or begins one beside what is published.</summary>
    public Outcome<Done> Write(KnowledgeContent content, bool imported, Actor by, DateTimeOffset at, string why)
    {
        var action =
            imported ? KnowledgeAction.Import
            : State is KnowledgeState.Draft ? KnowledgeAction.Edit
            : KnowledgeAction.Revise;
        if (Row(action, by) is not { } row)
            return Refused(action, by);
        if (row.From is KnowledgeState.Draft)
            NewestVersion.Write(content, by);
        else
            Open(content, by, at);
        Append(action, Newest, by, at, why);
        Show();
        return default(Done);
    }

    /// <summary>Any other step. What is published is reviewed and withdrawn, all else concerns the newest version.</summary>
    /// <param name="action">Which.</param>
    /// <param name="by">Whose unit was checked.</param>
    /// <param name="at">When, and which day that is in the city.</param>
    /// <param name="why">May be empty where nothing is refused by it.</param>
    public Outcome<Done> Take(KnowledgeAction action, Actor by, CityMoment at, string why)
    {
        var version = OfPublished(action) ? PublishedVersion : NewestVersion;
        if (Row(action, by, version) is not { } row || version is null)
            return Refused(action, by);
        if (action is KnowledgeAction.Publish && version.Knows(by))
            return new OwnWork();
        if (action is KnowledgeAction.Publish or KnowledgeAction.Review && version.Content.To < at.Day)
            return new EndPassed();
        if (action is KnowledgeAction.Publish && PublishedVersion is { } before)
        {
            before.Move(KnowledgeLifecycle.Find(KnowledgeState.Published, KnowledgeAction.Replace)!, by, at.Time);
            Append(KnowledgeAction.Replace, before.Number, Actor.System, at.Time, "");
        }
        version.Move(row, by, at.Time);
        Append(action, version.Number, by, at.Time, why);
        if (action is KnowledgeAction.Publish)
            Published = version.Number;
        else if (action is KnowledgeAction.Withdraw)
            Published = null;
        if (action is KnowledgeAction.Publish or KnowledgeAction.Review)
            ReviewDueOn = at.Day.AddDays(version.Content.ReviewCycleDays);
        Show();
        return default(Done);
    }

    /// <summary>What the table lets this person do now; the unit is checked elsewhere.</summary>
    public IEnumerable<KnowledgeAction> Next(Actor by) =>
        KnowledgeLifecycle
            .Rows.Where(r => by.IsAny(r.By))
            .Select(r => r.Action)
            .Distinct()
            .Where(a => a is not (KnowledgeAction.Import or KnowledgeAction.Replace))
            .Where(a => Row(a, by, OfPublished(a) ? PublishedVersion : NewestVersion) is not null);

    public static bool OfPublished(KnowledgeAction action) => action is KnowledgeAction.Review or KnowledgeAction.Withdraw;

    private KnowledgeRow? Row(KnowledgeAction action, Actor by) => Row(action, by, NewestVersion);

    private static KnowledgeRow? Row(KnowledgeAction action, Actor by, KnowledgeVersion? version) =>
        version is not null && KnowledgeLifecycle.Find(version.State, action) is { } row && by.IsAny(row.By) ? row : null;

    private Refusal Refused(KnowledgeAction action, Actor by) =>
        KnowledgeLifecycle.Rows.Any(r => r.Action == action && by.IsAny(r.By)) ? new WrongState(State) : new NotAllowed();

    private void Open(KnowledgeContent content, Actor by, DateTimeOffset at)
    {
        Newest++;
        versions.Add(KnowledgeVersion.Begin(Id, Newest, content, by, at));
        Show();
    }

    private void Append(KnowledgeAction action, int version, Actor by, DateTimeOffset at, string why)
    {
        steps.Add(
            new KnowledgeStep
            {
                Id = Guid.CreateVersion7(at),
                ItemId = Id,
                Version = version,
                Action = action,
                ActorId = by.Id,
                ActorName = by.Name,
                Capacity = KnowledgeWords.Capacity(action, by),
                At = at,
                Why = why,
            }
        );
        UpdatedAt = at;
        Revision++;
    }

    private void Show()
    {
        State = NewestVersion.State;
        var shown = (PublishedVersion ?? NewestVersion).Content;
        (Title, Area, Category, Audience) = (shown.Title, shown.Area, shown.Category, shown.Audience);
        (From, To) = (shown.From, shown.To);
        if (Published is null)
            ReviewDueOn = null;
    }
}

/// <summary>来历: whose item it is and where it came from.</summary>
public sealed record Origin(string Owner, string? ExternalNumber = null, bool Imported = false, bool Synthetic = false);

/// <summary>时刻: a time and the city's day of it.</summary>
public readonly record struct CityMoment(DateTimeOffset Time, DateOnly Day);
