using Suiying.Contracts.Registry;
using Suiying.Engines.Clock;

namespace Suiying.Requests.Model;

/// <summary>What the agent knows of a matter that an emergency service handed to the hotline.</summary>
/// <param name="Line">Which service.</param>
/// <param name="Mode">How it came.</param>
/// <param name="Reference">The service's own number, if it was told.</param>
public sealed record IncomingHandover(EmergencyLine Line, HandoverMode Mode, string? Reference = null);

public sealed partial class ServiceRequest
{
    /// <summary>转接记录, both ways, oldest first.</summary>
    public List<EmergencyHandover> Handovers { get; } = [];

    /// <summary>转紧急救助 while the caller is on the line. Never waits for a form: everything but the line is optional.</summary>
    public Refusal? TransferEmergency(EmergencyLine line, HandoverMode mode, string? reference, Step step)
    {
        if (mode == HandoverMode.Ticket)
            return Refusal.Invalid(new FieldProblem("mode", "转单要等对方确认，请用“转单给紧急救助”。"));
        if (CheckHandover(reference, step) is { } problem)
            return problem;
        if (Move(step with { Facts = FactsOf(line, mode, reference) }) is { } refusal)
            return refusal;
        Handovers.Add(EmergencyHandover.Start(this, line, mode, step.At, reference));
        return null;
    }

    /// <summary>转单给紧急救助: nobody is on the line, so the hotline keeps the matter until the service confirms it.</summary>
    public Refusal? SendToEmergency(EmergencyLine line, string? reference, CitySnapshot city, Step step)
    {
        if (CheckHandover(reference, step) is { } problem)
            return problem;
        var limit = city.DeadlineOf(DeadlineKind.Handover, Category, Grade, step.At);
        if (Move(step with { Facts = FactsOf(line, HandoverMode.Ticket, reference) }) is { } refusal)
            return refusal;
        Handovers.Add(EmergencyHandover.Start(this, line, HandoverMode.Ticket, step.At, reference));
        Owe(limit, step.At);
        return null;
    }

    /// <summary>对方确认接收: who took it is asked for, so that the record can be found at the other platform.</summary>
    public Refusal? ConfirmHandover(string? reference, Step step) =>
        EmergencyHandover.CheckReference(reference, needed: true)
        ?? AnswerHandover(
            HandoverState.Accepted,
            step with
            {
                Facts = new Dictionary<string, string> { ["reference"] = reference!.Trim() },
            },
            reference
        );

    /// <summary>对方不接收: the platform that received the matter first deals with it (domain A.14).</summary>
    public Refusal? DeclineHandover(Step step) =>
        CheckText("reason", "对方不接收的理由", step.Note?.Text, LongestRemark, shortest: 2)
        ?? AnswerHandover(HandoverState.Declined, step);

    private Refusal? AnswerHandover(HandoverState answer, Step step, string? reference = null)
    {
        if (Barred(step) is { } barred)
            return barred;
        Running(DeadlineKind.Handover)?.Meet(step.At);
        if (Move(step) is { } refusal)
            return refusal;
        DueAt = null;
        Handovers.Last(h => h.State == HandoverState.Waiting).Answer(answer, step.At, reference);
        return null;
    }

    private static Refusal? CheckHandover(string? reference, Step step) =>
        CheckText("remark", "说明", step.Note?.Text, LongestRemark, shortest: 0) ?? EmergencyHandover.CheckReference(reference);

    private static Dictionary<string, string> FactsOf(EmergencyLine line, HandoverMode mode, string? reference)
    {
        var facts = new Dictionary<string, string> { ["line"] = line.ToString(), ["mode"] = mode.ToString() };
        if (!string.IsNullOrWhiteSpace(reference))
            facts["reference"] = reference.Trim();
        return facts;
    }

    /// <summary>A duty begins that is the next one: of a unit, or of the hotline itself.</summary>
    private void Owe(Deadline limit, DateTimeOffset at, string? unit = null)
    {
        Deadlines.Add(new RequestDeadline(Id, limit, unit, at));
        DueAt = limit.DueAt;
    }
}
