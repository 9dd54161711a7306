using Suiying.Contracts.Registry;

namespace Suiying.Themes.Model;

/// <summary>未诉先办任务: work on a kind of matter in a county before people call, judged by how many call afterwards.</summary>
public sealed class ProactiveTask
{
    public const int LongestText = 1000;

    private readonly List<ProactiveStep> steps = [];

    private ProactiveTask() { }

    public Guid Id { get; private set; }

    /// <summary>Code of the category, with all below it.</summary>
    public string Category { get; private set; } = "";

    /// <summary>Code of the county.</summary>
    public string County { get; private set; } = "";

    /// <summary>Code of the unit that does it.</summary>
    public string Unit { get; private set; } = "";

    /// <summary>What is to be done.</summary>
    public string What { get; private set; } = "";

    /// <summary>The last day on which it is to be done.</summary>
    public DateOnly DueOn { get; private set; }

    /// <summary>The first Monday by whose calls it is judged: the one after the day on which it is due.</summary>
    public DateOnly JudgedFrom { get; private set; }

    /// <summary>The calls of so many weeks judge it.</summary>
    public int Weeks { get; private set; }

    /// <summary>What was forecast when it was opened; null where there was too little to forecast.</summary>
    public DemandForecast? Forecast { get; private set; }

    public ProactiveState State { get; private set; }

    /// <summary>完成情况, as the unit told it last.</summary>
    public string? Report { get; private set; }

    /// <summary>Names of the photos and documents, with blanks between.</summary>
    public string Files { get; private set; } = "";

    /// <summary>What came of it; null before it was judged.</summary>
    public ThemeEffect? Effect { get; private set; }

    public bool Synthetic { get; private set; }

    /// <summary>Counts the steps; a second change of the same one is refused.</summary>
    public int Revision { get; private set; }

    /// <summary>Those of this change; the whole history is read apart.</summary>
    public IReadOnlyList<ProactiveStep> Steps => steps;

    public IReadOnlyList<string> FileList => Files.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>The last day of the weeks that judge it.</summary>
    public DateOnly JudgedUntil => JudgedFrom.AddDays(7 * Weeks - 1);

    public bool IsLate(DateOnly today) => State is ProactiveState.Open && today > DueOn;

    /// <summary>The calls by which it is judged are all in.</summary>
    public bool IsOver(DateOnly today) => State is ProactiveState.Done && today > JudgedUntil;

    public static Outcome<ProactiveTask> Open(
        ProactiveOrder order,
        DemandForecast? forecast,
        CitySnapshot city,
        Actor by,
        DateTimeOffset at
    )
    {
        if (!by.Is(Role.Supervisor))
            return new NotAllowed();
        if (order.Problems(city, city.Calendar.DateOf(at)).ToList() is { Count: > 0 } problems)
            return Refusal.Invalid(problems);
        var due = order.DueOn!.Value;
        var task = new ProactiveTask
        {
            Id = Guid.CreateVersion7(at),
            Category = city.Categories.Acting(order.Category)!,
            County = order.County,
            Unit = order.Unit,
            What = order.What.Trim(),
            DueOn = due,
            JudgedFrom = due.AddDays(7 - ((int)due.DayOfWeek + 6) % 7),
            Weeks = order.Weeks,
            Forecast = forecast,
            Synthetic = city.City.Synthetic,
        };
        task.Append(ProactiveAction.Open, task.What, by, at);
        return task;
    }

    public bool Lets(ProactiveAction action, Actor by, CitySnapshot city) =>
        ProactiveLifecycle.Find(State, action) is { } row
        && by.Is(row.By)
        && (row.By is not Role.UnitHandler || ThemeAccess.Answers(by, Unit, city));

    /// <summary>报送: the unit says that it is done, with photos or documents.</summary>
    public Refusal? Tell(string text, IReadOnlyList<string> files, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (Step(ProactiveAction.Report, text, Theme.LeastText, city, by, at) is { } refusal)
            return refusal;
        (Report, Files) = (text.Trim(), string.Join(' ', files));
        return null;
    }

    /// <summary>核实 or 退回补正. Without evidence nothing is accepted.</summary>
    public Refusal? Settle(bool accepted, string text, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        var action = accepted ? ProactiveAction.Accept : ProactiveAction.SendBack;
        if (accepted && Lets(action, by, city) && FileList.Count == 0)
            return new NoEvidence();
        return Step(action, text, accepted ? 0 : Theme.LeastText, city, by, at);
    }

    /// <summary>撤销, with the reason.</summary>
    public Refusal? Cancel(string text, CitySnapshot city, Actor by, DateTimeOffset at) =>
        Step(ProactiveAction.Cancel, text, Theme.LeastText, city, by, at);

    /// <summary>评判: by the calls that came afterwards.</summary>
    public Refusal? Judge(ThemeEffect effect, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (Lets(ProactiveAction.Judge, by, city) && !IsOver(city.Calendar.DateOf(at)))
            return new CallsNotIn(JudgedUntil.AddDays(1));
        if (Step(ProactiveAction.Judge, effect.Text, Theme.LeastText, city, by, at) is { } refusal)
            return refusal;
        Effect = effect;
        return null;
    }

    private Refusal? Step(ProactiveAction action, string text, int least, CitySnapshot city, Actor by, DateTimeOffset at)
    {
        if (!Lets(action, by, city))
            return ProactiveLifecycle.Rows.Any(r => r.Action == action && by.Is(r.By)) ? new TaskElsewhere(State) : new NotAllowed();
        if (text.Trim().Length < least || text.Trim().Length > LongestText)
            return Refusal.Invalid(new FieldProblem("text", $"请写 {least} 至 {LongestText} 个字，现在是 {text.Trim().Length} 个字。"));
        State = ProactiveLifecycle.Find(State, action)!.To;
        Append(action, text.Trim(), by, at);
        return null;
    }

    private void Append(ProactiveAction action, string text, Actor by, DateTimeOffset at)
    {
        Revision++;
        steps.Add(
            new ProactiveStep
            {
                TaskId = Id,
                Seq = Revision,
                Action = action,
                ActorId = by.Id,
                ActorName = by.Name,
                ActorUnit = by.UnitCode,
                At = at,
                Text = text,
            }
        );
    }
}
