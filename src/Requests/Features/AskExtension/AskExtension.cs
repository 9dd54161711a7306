using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>申请延期</summary>
public sealed class AskExtension(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required ExtensionReason Reason { get; init; }

        public required DateTimeOffset Until { get; init; }

        public required string Basis { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.AskExtension, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.AskExtension(command.Reason, command.Until, opened.City, opened.Step(command.Basis)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
