using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>恢复办理</summary>
public sealed class ResumeWork(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public string? Remark { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.ResumeWork, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.ResumeWork(opened.Step(command.Remark)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
