using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>核对通过: the giver takes the reported result over.</summary>
public sealed class AcceptReport(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.SubAccept, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.SubAccept(opened.Step()) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
