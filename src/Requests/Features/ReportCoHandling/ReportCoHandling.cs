using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>反馈协办结果</summary>
public sealed class ReportCoHandling(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Result { get; init; }

        public bool? Fair { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.CoReport, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.CoReport(command.Fair, opened.City, opened.Step(command.Result)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
