using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>转紧急救助 while the caller is on the line</summary>
public sealed class TransferEmergency(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required EmergencyLine Line { get; init; }

        public HandoverMode Mode { get; init; }

        public string? Reference { get; init; }

        public string? Remark { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.TransferEmergency, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.TransferEmergency(command.Line, command.Mode, command.Reference, opened.Step(command.Remark)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
