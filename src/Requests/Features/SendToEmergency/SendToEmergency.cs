using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>转单给紧急救助: the ticket goes, nobody is on the line</summary>
public sealed class SendToEmergency(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required EmergencyLine Line { get; init; }

        public string? Reference { get; init; }

        public string? Remark { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.SendToEmergency, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.SendToEmergency(command.Line, command.Reference, opened.City, opened.Step(command.Remark)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
