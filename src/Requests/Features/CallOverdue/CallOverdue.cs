using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>到期回访: the person of a late matter is asked before any reply</summary>
public sealed class CallOverdue(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required CallbackAnswers Answers { get; init; }

        public string? Remark { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.CallOverdue, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.CallOverdue(command.Answers, opened.Step(command.Remark)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
