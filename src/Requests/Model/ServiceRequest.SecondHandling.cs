using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

public sealed partial class ServiceRequest
{
    /// <summary>How long after its end a matter may be opened again: [D].</summary>
    public static readonly TimeSpan ReopenWithin = TimeSpan.FromDays(15);

    /// <summary>How often it went back to its unit because it was not solved for the person; once, then somebody decides.</summary>
    public int SecondHandlings { get; private set; }

    /// <summary>How often it was opened again after its end; once.</summary>
    public int Reopenings { get; private set; }

    /// <summary>Everybody of a unit who took a step of it, joined by ';'; somebody else asks the person about it.</summary>
    public string Handlers { get; private set; } = "";

    /// <summary>到期回访: when the person was asked although no reply had come; null until then.</summary>
    public DateTimeOffset? OverdueCallAt { get; private set; }

    /// <summary>By when the answer that this step undoes counted as in time; told with the step and kept nowhere.</summary>
    internal DateTimeOffset? UndoneDueAt { get; private set; }

    /// <summary>Until when it may be opened again; null where it may not.</summary>
    public DateTimeOffset? ReopenUntil =>
        ErasedAt is null && State == RequestState.Closed && Reopenings == 0 && Unit is not null && EndedAt is { } ended
            ? ended + ReopenWithin
            : null;

    /// <summary>True where the reply is due and has not come, and the person was not asked yet.</summary>
    public bool IsLate(DateTimeOffset now) =>
        State is RequestState.Dispatched or RequestState.Signed or RequestState.InProgress
        && RepliedAt is null
        && OverdueCallAt is null
        && ReplyDueAt < now;

    /// <summary>True where the person says that it is not solved, or is not satisfied.</summary>
    public static bool Unsatisfied(CallbackAnswers answers) =>
        answers.Solved != Model.Solved.Yes || answers.Satisfied == Model.Satisfied.No;

    /// <summary>到期回访 (Beijing regulation art. 23): the person of a late matter is asked; nothing of the unit's clock moves.</summary>
    public Refusal? CallOverdue(CallbackAnswers answers, Step step)
    {
        if (CheckText("remark", "备注", step.Note?.Text, LongestRemark, shortest: 0) is { } textProblem)
            return textProblem;
        if ((Barred(step) ?? OwnCall(step) ?? Unasked(answers, step)) is { } barred)
            return barred;
        if (OverdueCallAt is not null)
            return new CalledOverdue();
        if (RepliedAt is not null || !(ReplyDueAt < step.At))
            return new NotOverdue();
        if (Move(step with { Facts = FactsOf(answers) }) is { } refusal)
            return refusal;
        OverdueCallAt = step.At;
        return null;
    }

    /// <summary>二次办理: back to the unit that answered, which may not return it, with a time of its own; the first round's rows stay.</summary>
    public Refusal? SecondHandling(CallbackAnswers answers, CitySnapshot city, Step step)
    {
        if (CheckText("remark", "备注", step.Note?.Text, LongestRemark, shortest: 0) is { } textProblem)
            return textProblem;
        if ((Barred(step) ?? OwnCall(step) ?? Unasked(answers, step)) is { } barred)
            return barred;
        if (!Unsatisfied(answers))
            return Refusal.Invalid(new FieldProblem("solved", "已解决且没有不满意的，不需要二次办理，请直接办结。"));
        if (Unit is null)
            return new NobodyToRedo();
        if (SecondHandlings > 0)
            return new SecondOnce();
        if (GoAgain(city, step, FactsOf(answers)) is { } refusal)
            return refusal;
        SecondHandlings++;
        Answer(answers);
        return null;
    }

    /// <summary>提请督办决定: done twice and still not solved for the person.</summary>
    public Refusal? ReferDecision(CallbackAnswers answers, CitySnapshot city, Step step)
    {
        if (CheckText("remark", "备注", step.Note?.Text, LongestRemark, shortest: 0) is { } textProblem)
            return textProblem;
        if ((Barred(step) ?? OwnCall(step) ?? Unasked(answers, step)) is { } barred)
            return barred;
        if (!Unsatisfied(answers))
            return Refusal.Invalid(new FieldProblem("solved", "已解决且没有不满意的，请直接办结。"));
        if (SecondHandlings == 0 && Unit is not null)
            return new SecondFirst();
        var limit = city.DeadlineOf(DeadlineKind.Decide, Category, Grade, step.At);
        if (Move(step with { Facts = FactsOf(answers) }) is { } refusal)
            return refusal;
        Answer(answers);
        NextCallbackAt = null;
        Owe(limit, step.At);
        return null;
    }

    /// <summary>督办决定: somebody says by name how it ends; the note tells the person why. What the person said of it stays.</summary>
    public Refusal? DecideEnd(EndDecision decision, Step step)
    {
        if (CheckText("told", "告知诉求人的说明", step.Note?.Text, 2000, shortest: 10) is { } textProblem)
            return textProblem;
        if ((Barred(step) ?? OwnCall(step)) is { } barred)
            return barred;
        DecisionOn(null)?.Meet(step.At);
        return Move(step with { Reason = decision.ToString() });
    }

    /// <summary>重新办理: it came up again or there are new facts; it reaches the same unit with its whole history of clocks.</summary>
    public Refusal? Reopen(CitySnapshot city, Step step)
    {
        if (CheckText("facts", "新的情况", step.Note?.Text, 2000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (ReopenUntil is not { } until)
            return new ReopenedOnce();
        if (step.At > until)
            return new ReopenTooLate(city.Local(until));
        if (GoAgain(city, step, []) is { } refusal)
            return refusal;
        Reopenings++;
        (Contacted, Solved, Satisfied) = (null, null, null);
        return null;
    }

    /// <summary>Whoever asks for the hotline asks all three; only the person may leave one out.</summary>
    private static Refusal? Unasked(CallbackAnswers answers, Step step) =>
        answers.Contacted is null && !step.By.Is(Role.Resident)
            ? Refusal.Invalid(new FieldProblem("contacted", "请问清办理单位有没有联系过诉求人。"))
            : null;

    /// <summary>Somebody who did not handle it asks the person.</summary>
    private OwnHandling? OwnCall(Step step) => !step.By.Is(Role.Resident) && HandledBy(step.By) ? new OwnHandling() : null;

    /// <summary>True where this person worked on it, for whichever unit and in whichever round.</summary>
    internal bool HandledBy(Actor by) => by.Id == HandlerId || Handlers.Contains($"{by.Id:N}", StringComparison.Ordinal);

    private Refusal? GoAgain(CitySnapshot city, Step step, Dictionary<string, string> facts)
    {
        if (city.Units.Find(city.Units.Acting(Unit)) is not { } unit)
            return new NobodyToRedo();
        // Units merge: what took over the one that answered may be the accused.
        if (Shielded && RequestAccess.IsAccusedSide(unit.Code, this, city))
            return new UnitIsAccused(unit.Name);
        var undone = CountedDueAt;
        if (Stamp(unit, city, step with { Facts = facts }, ordered: true) is { } refusal)
            return refusal;
        if (RepliedAt is not null)
            UndoneDueAt = undone;
        (RepliedAt, NextCallbackAt, OverdueCallAt) = (null, null, null);
        (MissedCallbacks, SentBack) = (0, 0);
        return null;
    }

    private void Answer(CallbackAnswers answers) => (Contacted, Solved, Satisfied) = (answers.Contacted, answers.Solved, answers.Satisfied);

    private static Dictionary<string, string> FactsOf(CallbackAnswers answers) =>
        new()
        {
            ["contacted"] = answers.Contacted switch
            {
                true => "yes",
                false => "no",
                _ => "unknown",
            },
            ["solved"] = answers.Solved.ToString(),
            ["satisfied"] = answers.Satisfied.ToString(),
        };
}
