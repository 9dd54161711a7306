using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>直接答复</summary>
public sealed class AnswerAtOnce(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Answer { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.AnswerAtOnce, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.AnswerAtOnce(opened.Step(command.Answer)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
