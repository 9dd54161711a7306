using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>等待补充材料</summary>
public sealed class AwaitMaterial(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Missing { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.AwaitMaterial, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.AwaitMaterial(opened.City, opened.Step(command.Missing)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
