using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>回复督办、回复批示</summary>
public sealed class AnswerSupervision(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Answer { get; init; }

        /// <summary>Which 督办 or 批示, where both are open.</summary>
        public Guid? Which { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.AnswerSupervision, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.AnswerSupervision(command.Which, opened.Step(command.Answer)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
