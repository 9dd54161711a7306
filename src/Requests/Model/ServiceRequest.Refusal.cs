using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

public sealed partial class ServiceRequest
{
    /// <summary>How long a person may contest that their matter was not accepted: as for a review of a petition (信访工作条例 art. 35), [D].</summary>
    public static readonly TimeSpan ContestWithin = TimeSpan.FromDays(30);

    /// <summary>How often a refusal was contested; once is heard.</summary>
    public int Contests { get; private set; }

    /// <summary>Who refused it; somebody else answers who contests that.</summary>
    public Guid? RefusedBy { get; private set; }

    /// <summary>Until when the person may contest; null where they may not.</summary>
    public DateTimeOffset? ContestUntil =>
        ErasedAt is null && State == RequestState.NotAccepted && Contests == 0 && EndedAt is { } refused ? refused + ContestWithin : null;

    /// <summary>不予受理: the reason, and the legal channel that the person is told.</summary>
    /// <param name="reason">Which of the cases of the law.</param>
    /// <param name="earlier">Number of the person's own matter that this one repeats; needed for N12, else null.</param>
    /// <param name="step">By whom and when; its note is what the person is told.</param>
    public Refusal? Refuse(RefusalReason reason, string? earlier, Step step)
    {
        if (CheckText("legalChannel", "应走的渠道", step.Note?.Text, 1000, shortest: 4) is { } textProblem)
            return textProblem;
        if (reason == RefusalReason.N12RepeatedWithoutNewFact && earlier is null)
            return Refusal.Invalid(new FieldProblem("earlier", "重复反映的，请选定原来的那一件，好把进展告诉诉求人。"));
        var facts = new Dictionary<string, string>();
        if (earlier is not null)
            facts["earlier"] = earlier;
        if (Move(step with { Reason = reason.ToString(), Facts = facts }) is { } refusal)
            return refusal;
        RefusedBy = step.By.Id;
        return null;
    }

    /// <summary>对不予受理提出异议: once, within the time for it.</summary>
    public Refusal? ContestRefusal(CitySnapshot city, Step step)
    {
        if (CheckText("text", "不同意的理由", step.Note?.Text, 2000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (ContestUntil is not { } until)
            return new ContestedOnce();
        if (step.At > until)
            return new ContestTooLate(city.Local(until));
        var limit = city.DeadlineOf(DeadlineKind.Contest, Category, Grade, step.At);
        if (
            Move(step with { Facts = new Dictionary<string, string> { ["Contest"] = $"{limit.DueAt.ToUnixTimeMilliseconds()}" } }) is
            { } refusal
        )
            return refusal;
        Contests++;
        Owe(limit, step.At);
        return null;
    }

    /// <summary>复核维持: the refusal stands; the note tells the person why.</summary>
    public Refusal? UpholdRefusal(Step step) => AnswerContest(step);

    /// <summary>复核改为受理: the matter waits for its dispatch like any other; the note tells the person why.</summary>
    public Refusal? OverturnRefusal(Step step) => AnswerContest(step);

    private Refusal? AnswerContest(Step step)
    {
        if (CheckText("reason", "复核意见", step.Note?.Text, 2000, shortest: 10) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (RefusedBy == step.By.Id)
            return new OwnRefusal();
        Running(DeadlineKind.Contest)?.Meet(step.At);
        if (Move(step) is { } refusal)
            return refusal;
        DueAt = null;
        return null;
    }
}
