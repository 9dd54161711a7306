using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

/// <summary>How the unit reached the person.</summary>
public enum ContactWay
{
    Phone,
    Visit,
    Message,
    CannotReach,
}

public sealed partial class ServiceRequest
{
    /// <summary>签收</summary>
    public Refusal? Sign(Step step)
    {
        if (Move(step) is { } refusal)
            return refusal;
        Running(DeadlineKind.Sign)?.Meet(step.At);
        (HandlerId, HandlerName) = (step.By.Id, step.By.Name);
        NextRingAt = null;
        SetDue();
        return null;
    }

    /// <summary>首次联系及再次联系: when, by which way, with what result. The response rate is counted from it.</summary>
    public Refusal? RecordContact(ContactWay way, Step step)
    {
        if (CheckText("result", "联系结果", step.Note?.Text, 1000, shortest: 2) is { } textProblem)
            return textProblem;
        if (TextOnly && way == ContactWay.Phone)
            return new ContactInWriting();
        if (Move(step with { Facts = new Dictionary<string, string> { ["way"] = way.ToString() } }) is { } refusal)
            return refusal;
        Running(DeadlineKind.Contact)?.Meet(step.At);
        FirstContactAt ??= step.At;
        SetDue();
        return null;
    }

    /// <summary>只用文字联系, or calls again: how the person is reached from now on.</summary>
    public Refusal? MarkTextOnly(bool on, Step step)
    {
        if (Barred(step) is { } barred)
            return barred;
        if (PersonId is null)
            return new NobodyToReach();
        TextOnly = on;
        return Move(step with { Facts = new Dictionary<string, string> { ["only"] = on ? "yes" : "no" } });
    }

    /// <summary>指定承办人: hands the request to a named colleague of the same unit.</summary>
    public Refusal? Assign(Guid colleague, string name, Step step)
    {
        if (Move(step with { Facts = new Dictionary<string, string> { ["handler"] = colleague.ToString() } }) is { } refusal)
            return refusal;
        (HandlerId, HandlerName) = (colleague, name);
        return null;
    }

    /// <summary>答复: what was done, told to the person and to the hotline; where a model drafted it, the journal names the model.</summary>
    public Refusal? Reply(bool toldPerson, CitySnapshot city, Step step, string? draftedBy = null)
    {
        if (CheckText("reply", "答复内容", step.Note?.Text, LongestText, shortest: 10) is { } textProblem)
            return textProblem;
        if (WantsReply && !toldPerson)
            return Refusal.Invalid(new FieldProblem("toldPerson", "诉求人要求答复：请先告知本人，再提交。"));
        if ((Barred(step) ?? CoMissing(city, step.At)) is { } missing)
            return missing;
        var facts = new Dictionary<string, string> { ["told"] = toldPerson ? "yes" : "no" };
        if (draftedBy is not null)
            facts["draft"] = draftedBy;
        if (Move(step with { Facts = facts }) is { } refusal)
            return refusal;
        Running(DeadlineKind.Reply)?.Meet(step.At);
        Lapse(step.At);
        DropCo(step.At);
        RepliedAt = step.At;
        DueAt = null;
        return null;
    }
}
