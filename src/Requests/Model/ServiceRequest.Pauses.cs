using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

public sealed partial class ServiceRequest
{
    /// <summary>The furthest date of a plan.</summary>
    public static readonly TimeSpan LongestPlan = TimeSpan.FromDays(5 * 365);

    /// <summary>Since when the reply's clock stands still; null while it runs.</summary>
    public DateTimeOffset? PausedAt { get; private set; }

    /// <summary>Until when the clock waits for material; null where it does not.</summary>
    public DateTimeOffset? PausedUntil { get; private set; }

    /// <summary>How long the clock stood still in all, in milliseconds.</summary>
    public long PausedMilliseconds { get; private set; }

    /// <summary>True once the clock waited for material; it may do so once.</summary>
    public bool WaitedForMaterial { get; private set; }

    /// <summary>挂账: the date by which the plan solves it.</summary>
    public DateTimeOffset? PlannedAt { get; private set; }

    /// <summary>The reply's date as it was last put off; null where it never was.</summary>
    public DateTimeOffset? ExtendedTo { get; private set; }

    /// <summary>等待补充材料: once, and no longer than the limit; the note tells the person what is missing.</summary>
    public Refusal? AwaitMaterial(CitySnapshot city, Step step)
    {
        if (CheckText("missing", "需要补充什么", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        if (WaitedForMaterial)
            return new WaitedOnce();
        if (ReplyDueAt < step.At)
            return new TooLateToWait();
        var limit = city.DeadlineOf(DeadlineKind.Material, Category, Grade, step.At);
        if (
            Move(step with { Facts = new Dictionary<string, string> { ["until"] = $"{limit.DueAt.ToUnixTimeMilliseconds()}" } }) is
            { } refusal
        )
            return refusal;
        WaitedForMaterial = true;
        PausedUntil = limit.DueAt;
        StopClock(limit, step.At);
        return null;
    }

    /// <summary>恢复办理</summary>
    public Refusal? ResumeWork(Step step) =>
        CheckText("remark", "说明", step.Note?.Text, LongestRemark, shortest: 0) ?? TakeUp(step, DeadlineKind.Material);

    /// <summary>等待期满恢复办理: the program takes the work up where nothing came.</summary>
    public Refusal? EndPause(Step step) => step.At < PausedUntil ? new StillWaiting() : TakeUp(step, DeadlineKind.Material);

    /// <summary>同意挂账: the clock stands still and the plan is looked at each quarter; the note is what the person is told.</summary>
    public Refusal? GrantHang(CitySnapshot city, Step step)
    {
        if (CheckText("told", "告知诉求人的说明", step.Note?.Text, 2000, shortest: 10) is { } textProblem)
            return textProblem;
        if (Undecided(ApplicationKind.Hang, step, out var asked) is { } refusal)
            return refusal;
        var recheck = city.DeadlineOf(DeadlineKind.Recheck, Category, Grade, step.At);
        if (Decide(asked, ApplicationState.Granted, step, recheck.DueAt) is { } no)
            return no;
        EndFrom(level: 0, step.At);
        PlannedAt = asked.Until;
        StopClock(recheck, step.At);
        return null;
    }

    /// <summary>挂账核查: what stands in the way now; the next is due a quarter later.</summary>
    public Refusal? RecheckHang(CitySnapshot city, Step step)
    {
        if (CheckText("finding", "核查结果", step.Note?.Text, 2000, shortest: 10) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        var next = city.DeadlineOf(DeadlineKind.Recheck, Category, Grade, step.At);
        if (
            Move(step with { Facts = new Dictionary<string, string> { ["recheck"] = $"{next.DueAt.ToUnixTimeMilliseconds()}" } }) is
            { } refusal
        )
            return refusal;
        Running(DeadlineKind.Recheck)?.Meet(step.At);
        Owe(next, step.At, Unit);
        return null;
    }

    /// <summary>解除挂账: the work goes on and the clock with it.</summary>
    public Refusal? ReleaseHang(Step step)
    {
        if (CheckText("reason", "解除挂账的理由", step.Note?.Text, 1000, shortest: 5) is { } textProblem)
            return textProblem;
        if (TakeUp(step, DeadlineKind.Recheck) is { } refusal)
            return refusal;
        PlannedAt = null;
        return null;
    }

    /// <summary>The reply's row ends here; what is owed meanwhile is another.</summary>
    private void StopClock(Deadline meanwhile, DateTimeOffset at)
    {
        PausedAt = at;
        Running(DeadlineKind.Reply)?.Void(at);
        Owe(meanwhile, at, Unit);
    }

    private Refusal? TakeUp(Step step, DeadlineKind meanwhile)
    {
        if (Move(step) is { } refusal)
            return refusal;
        Running(meanwhile)?.Meet(step.At);
        StartClock(step.At);
        return null;
    }

    /// <summary>All that stood still is put off by just as long; a date that was over before the pause stays over.</summary>
    private void StartClock(DateTimeOffset at)
    {
        if (PausedAt is not { } since)
            return;
        var pause = at - since;
        if (Deadlines.LastOrDefault(d => d.Kind == DeadlineKind.Reply && d.VoidedAt == since) is { } reply)
            Deadlines.Add(reply.Moved(reply.DueAt + pause, "时钟暂停后顺延", $"暂停{pause.TotalHours:0.#}小时，期限顺延同样长。", at));
        (ReplyDueAt, CountedDueAt, ExtendedTo) = (ReplyDueAt + pause, CountedDueAt + pause, ExtendedTo + pause);
        PausedMilliseconds += (long)pause.TotalMilliseconds;
        (PausedAt, PausedUntil) = (null, null);
        SetDue();
    }
}
