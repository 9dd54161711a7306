using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>提出个人信息权利请求, by the person of the request</summary>
public sealed class ClaimRight(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required DataRight Right { get; init; }

        /// <summary>What is meant, in the person's words.</summary>
        public required string Text { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.ClaimRight, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.ClaimRight(command.Right, opened.City, opened.Step(command.Text)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
