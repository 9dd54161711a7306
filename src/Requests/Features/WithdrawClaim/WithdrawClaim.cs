using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>撤回权利请求, by the person</summary>
public sealed class WithdrawClaim(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.WithdrawClaim, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.WithdrawClaim(opened.Step()) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
