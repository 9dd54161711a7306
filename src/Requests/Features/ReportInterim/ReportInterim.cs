using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>报阶段情况</summary>
public sealed class ReportInterim(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Report { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.CoInterim, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.CoInterim(opened.City, opened.Step(command.Report)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
