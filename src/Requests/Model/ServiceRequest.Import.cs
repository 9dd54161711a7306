using Suiying.Contracts.Registry;

namespace Suiying.Requests.Model;

/// <summary>What another system did with a request before it came here.</summary>
public sealed partial class ServiceRequest
{
    /// <summary>导入承办单位, with the date by which that system promised an answer.</summary>
    public Refusal? ImportDispatch(Unit unit, DateTimeOffset? due, Step step)
    {
        var facts = new Dictionary<string, string>(step.Facts) { ["unit"] = unit.Code };
        if (due is { } promised)
            facts["Reply"] = $"{promised.ToUnixTimeMilliseconds()}";
        if (Move(step with { Facts = facts }) is { } refusal)
            return refusal;
        LieWith(unit.Code);
        DispatchedAt = step.At;
        if (due is { } dueAt)
            Deadlines.Add(RequestDeadline.Imported(Id, unit.Code, step.At, dueAt));
        DueAt = ReplyDueAt = CountedDueAt = due;
        return null;
    }

    /// <summary>导入办结, with what that system answered. Nobody was called back, so solved and satisfied stay unknown.</summary>
    public Refusal? ImportEnd(Step step)
    {
        if (CheckText("reply", "答复内容", step.Note?.Text, LongestLetter, shortest: 0) is { } textProblem)
            return textProblem;
        if (Barred(step) is { } barred)
            return barred;
        Running(Engines.Clock.DeadlineKind.Reply)?.Meet(step.At);
        RepliedAt = Unit is null ? null : step.At;
        return Move(step with { Reason = "Imported" });
    }
}
