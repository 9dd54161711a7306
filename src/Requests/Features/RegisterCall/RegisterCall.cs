using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>What follows when a call is registered.</summary>
public enum CallNext
{
    /// <summary>Nothing; it waits for a dispatch.</summary>
    Wait,

    Dispatch,

    Answer,

    Refuse,

    /// <summary>It is put beside a request that is about the same.</summary>
    Join,
}

/// <summary>
/// 登记来电 and what follows, by one press. The call is registered first and by itself: a second step that is refused is told, and the matter waits in
/// the queue.
/// </summary>
public sealed class RegisterCall(Scoped scoped)
{
    public sealed record Command
    {
        public required CallForm Form { get; init; }

        public required CallNext Next { get; init; }

        /// <summary>To whom it is dispatched.</summary>
        public string? Unit { get; init; }

        /// <summary>Number of the request beside which it is put.</summary>
        public string? With { get; init; }
    }

    /// <param name="Ticket">Number and query code; the code is told this once.</param>
    /// <param name="Receipt">Of the second step; null where there was none or it was refused.</param>
    /// <param name="Not">Why the second step was refused.</param>
    public sealed record Result(SubmitRequest.Registered Ticket, Receipt? Receipt, Refusal? Not);

    public async Task<Outcome<Result>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.Agent))
            return new NotAllowed();
        if (command is { Next: CallNext.Dispatch, Unit: null })
            return Refusal.Invalid(new FieldProblem("category", "派单前请先选定类别和地点；还不清楚的，请按“只登记”。"));
        if (command is { Next: CallNext.Refuse, Form.Refusal: null })
            return Refusal.Invalid(new FieldProblem("reason", "请选择原因。"));
        if (command.Form is { WrittenOn: { } written, ReceivedOn: { } came } && written > came)
            return Refusal.Invalid(new FieldProblem("written", "来信日期不能晚于收到日期，请核对信上的日期或邮戳。"));
        if (!(await Submit(command.Form.Command(), by, ct)).Ok(out var ticket, out var refusal))
            return refusal;
        if (command.Next is CallNext.Wait)
            return new Result(ticket, null, null);
        return (await Follow(command, new Target(ticket.Number, ticket.Version), by, ct)).Ok(out var receipt, out var not)
            ? new Result(ticket, receipt, null)
            : new Result(ticket, null, not);
    }

    /// <summary>转紧急救助 by one press: registered with what is there and put through; nothing that is missing or wrong may hold it up.</summary>
    /// <param name="form">What was noted so far.</param>
    /// <param name="to">The service, and how the caller is handed over.</param>
    /// <param name="words">What stands before the words, or for them.</param>
    /// <param name="by">The agent.</param>
    /// <param name="ct">Gives up before the first step only.</param>
    public async Task<Outcome<Result>> Urgent(
        CallForm form,
        (EmergencyLine Line, HandoverMode Mode) to,
        string words,
        Actor by,
        CancellationToken ct
    )
    {
        if (!by.Is(Role.Agent))
            return new NotAllowed();
        var registered = await Submit(form.Urgent(words), by, ct);
        if (!registered.Ok(out _, out var held))
            registered = await Submit(form.Bare(words, held), by, ct);
        if (!registered.Ok(out var ticket, out var refusal))
            return refusal;
        var transfer = new TransferEmergency.Command
        {
            Target = new Target(ticket.Number, ticket.Version),
            Line = to.Line,
            Mode = to.Mode,
        };
        var outcome = await scoped.Run<TransferEmergency, Outcome<Receipt>>(use => use.Run(transfer, by, ct));
        // Nobody reads a code to a caller who is being put through.
        ticket = ticket with
        {
            QueryCode = null,
        };
        return outcome.Ok(out var receipt, out var not) ? new Result(ticket, receipt, null) : new Result(ticket, null, not);
    }

    private Task<Outcome<SubmitRequest.Registered>> Submit(SubmitRequest.Command command, Actor by, CancellationToken ct) =>
        scoped.Run<SubmitRequest, Outcome<SubmitRequest.Registered>>(submit => submit.Run(command, by, ct));

    private Task<Outcome<Receipt>> Follow(Command command, Target target, Actor by, CancellationToken ct)
    {
        var form = command.Form;
        switch (command.Next)
        {
            case CallNext.Answer:
                var answer = new AnswerAtOnce.Command { Target = target, Answer = form.Answer ?? "" };
                return scoped.Run<AnswerAtOnce, Outcome<Receipt>>(use => use.Run(answer, by, ct));
            case CallNext.Refuse:
                var refuse = new RefuseRequest.Command
                {
                    Target = target,
                    Reason = form.Refusal!.Value,
                    LegalChannel = form.LegalChannel ?? "",
                    Earlier = form.Earlier,
                };
                return scoped.Run<RefuseRequest, Outcome<Receipt>>(use => use.Run(refuse, by, ct));
            case CallNext.Join:
                var join = new JoinMatter.Command { Target = target, With = command.With ?? "" };
                return scoped.Run<JoinMatter, Outcome<Receipt>>(use => use.Run(join, by, ct));
            default:
                var dispatch = new DispatchRequest.Command { Target = target, Unit = command.Unit! };
                return scoped.Run<DispatchRequest, Outcome<Receipt>>(use => use.Run(dispatch, by, ct));
        }
    }
}
