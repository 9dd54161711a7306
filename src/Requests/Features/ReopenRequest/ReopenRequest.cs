using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>重新办理</summary>
public sealed class ReopenRequest(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Facts { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Reopen, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.Reopen(opened.City, opened.Step(command.Facts)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
