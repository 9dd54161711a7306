using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>对不予受理提出异议, by the person or by an agent for a caller</summary>
public sealed class ContestRefusal(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Text { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.ContestRefusal, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.ContestRefusal(opened.City, opened.Step(command.Text)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
