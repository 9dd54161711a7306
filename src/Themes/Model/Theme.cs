using Suiying.Contracts.Registry;

namespace Suiying.Themes.Model;

/// <summary>每月一题: a kind of matter that the city makes its theme of a month, from the nomination to the look back.</summary>
public sealed partial class Theme
{
    public const int LongestTitle = 60,
        LeastText = 10,
        LongestText = 2000;

    private readonly List<ThemeStep> steps = [];
    private readonly List<ThemeMilestone> milestones = [];

    private Theme() { }

    public Guid Id { get; private set; }

    public string Title { get; private set; } = "";

    /// <summary>Code of the category that it is about, with all below it: the requests by which it is measured.</summary>
    public string Category { get; private set; } = "";

    /// <summary>Number of a request of the topic from which it came; null where it came from counts alone.</summary>
    public string? Topic { get; private set; }

    /// <summary>提名理由</summary>
    public string Why { get; private set; } = "";

    public ThemeState State { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset UpdatedAt { get; private set; }

    /// <summary>Requests that a generator made are among its figures.</summary>
    public bool Synthetic { get; private set; }

    /// <summary>评分卡</summary>
    public ScoreCard Card { get; private set; } = null!;

    /// <summary>The first day on which opinions are asked for; null before.</summary>
    public DateOnly? OpinionFrom { get; private set; }

    /// <summary>The last day on which they are.</summary>
    public DateOnly? OpinionUntil { get; private set; }

    /// <summary>How opinions stood when it was decided; null before.</summary>
    public OpinionCounts? Opinions { get; private set; }

    /// <summary>意见采纳情况, as it is published; null before it is decided.</summary>
    public string? Adopted { get; private set; }

    /// <summary>The month of which it is the theme, by its first day.</summary>
    public DateOnly? Month { get; private set; }

    /// <summary>Code of the unit that leads; null before it is decided.</summary>
    public string? Lead { get; private set; }

    /// <summary>Codes of the supporting units, with blanks between.</summary>
    public string Supporting { get; private set; } = "";

    /// <summary>The day on which the work began: what is measured is measured from the week after.</summary>
    public DateOnly? StartedOn { get; private set; }

    public ThemePlan? Plan { get; private set; }

    /// <summary>中期检查意见</summary>
    public string? CheckText { get; private set; }

    public ThemeEffect? Effect { get; private set; }

    /// <summary>The day on which the result was published.</summary>
    public DateOnly? PublishedOn { get; private set; }

    /// <summary>回头看</summary>
    public ThemeEffect? LookBack { get; private set; }

    /// <summary>Counts the steps; a second change of the same one is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>Those of this change; the whole history is read apart.</summary>
    public IReadOnlyList<ThemeStep> Steps => steps;

    /// <summary>节点, in their order.</summary>
    public IReadOnlyList<ThemeMilestone> Milestones => milestones;

    public IReadOnlyList<string> Supporters => Supporting.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The lead first.</summary>
    public IEnumerable<string> Units => Lead is { } lead ? Supporters.Prepend(lead) : [];

    /// <summary>Everybody may read of it: whoever was asked is also told that it was left out.</summary>
    public bool IsPublic => ThemeLifecycle.IsPublic(State) || (State is ThemeState.Dropped && OpinionFrom is not null);

    /// <summary>Opinions may be given on this day.</summary>
    public bool Asks(DateOnly today) => State is ThemeState.Consulting && today >= OpinionFrom && today <= OpinionUntil;

    /// <summary>提名</summary>
    public static Outcome<Theme> Propose(ThemeProposal proposal, ThemeFigures figures, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!by.Is(Role.Supervisor))
            return new NotAllowed();
        if (proposal.Problems(city).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        var theme = new Theme
        {
            Id = Guid.CreateVersion7(at),
            Title = proposal.Title.Trim(),
            Category = city.Categories.Acting(proposal.Category)!,
            Topic = string.IsNullOrWhiteSpace(proposal.Topic) ? null : proposal.Topic.Trim(),
            Why = proposal.Why.Trim(),
            CreatedAt = at,
            Synthetic = city.City.Synthetic,
            Card = new ScoreCard(figures, []),
        };
        theme.Append(ThemeAction.Propose, theme.Why, city, by, at, Role.Supervisor);
        return theme;
    }

    /// <summary>True where the lifecycle lets this person take a step now; a unit only where the theme is its own.</summary>
    public bool Lets(ThemeAction action, Actor by, CitySnapshot city) => Row(action, by, city) is not null;

    /// <summary>A unit of the theme is this person's.</summary>
    public bool IsOwn(Actor by, CitySnapshot city) => Units.Any(unit => ThemeAccess.Answers(by, unit, city));

    private ThemeRow? Row(ThemeAction action, Actor by, CitySnapshot city) =>
        ThemeLifecycle.Find(State, action) is { } row && Capacity(row, by, city) is not null ? row : null;

    private Role? Capacity(ThemeRow row, Actor by, CitySnapshot city)
    {
        foreach (var role in row.By)
        {
            var mine = role switch
            {
                // A leader of a part of the city decides nothing for the whole.
                Role.Leader => string.IsNullOrEmpty(by.AreaCode) || by.AreaCode == city.City.Code,
                Role.UnitHandler => row.Action is ThemeAction.Plan ? ThemeAccess.Answers(by, Lead, city) : IsOwn(by, city),
                _ => true,
            };
            if (by.Is(role) && mine)
                return role;
        }
        return null;
    }

    /// <summary>Whether a step may be taken; the refusal says why not.</summary>
    private Outcome<ThemeRow> May(ThemeAction action, Actor by, CitySnapshot city)
    {
        if (Row(action, by, city) is { } row)
            return row;
        return ThemeLifecycle.Rows.Any(r => r.Action == action && Capacity(r, by, city) is not null)
            ? new ThemeElsewhere(State)
            : new NotAllowed();
    }

    private void Take(ThemeRow row, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        State = row.To;
        Append(row.Action, text, city, by, at, Capacity(row, by, city)!.Value);
    }

    private void Append(ThemeAction action, string text, CitySnapshot city, Actor by, DateTimeOffset at, Role capacity)
    {
        Revision++;
        UpdatedAt = at;
        steps.Add(
            new ThemeStep
            {
                ThemeId = Id,
                Seq = Revision,
                Action = action,
                To = State,
                ActorId = by.Id,
                ActorName = by.Name,
                ActorUnit = by.UnitCode,
                Capacity = capacity,
                At = at,
                Text = text,
                RegistryVersion = city.Version,
            }
        );
    }

    private static FieldProblem? TextProblem(string field, string text, int least = LeastText) =>
        text.Trim().Length < least || text.Trim().Length > LongestText
            ? new FieldProblem(field, $"请写 {least} 至 {LongestText} 个字，现在是 {text.Trim().Length} 个字。")
            : null;
}

/// <summary>主题提名: what is proposed as a theme.</summary>
public sealed record ThemeProposal(string Title, string Category, string? Topic, string Why)
{
    internal IEnumerable<FieldProblem> Problems(CitySnapshot city)
    {
        if (Title.Trim().Length is < 4 or > Theme.LongestTitle)
            yield return new FieldProblem("title", $"请写题目，4 至 {Theme.LongestTitle} 个字。");
        if (city.Categories.Find(Category) is null)
            yield return new FieldProblem("category", "没有这个类别，请从列表中选择。");
        if (Why.Trim().Length is < Theme.LeastText or > Theme.LongestText)
            yield return new FieldProblem("why", $"请写 {Theme.LeastText} 至 {Theme.LongestText} 个字，现在是 {Why.Trim().Length} 个字。");
    }
}
