using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>撤回 an issued report, with the reason; it keeps its number and is marked.</summary>
public sealed class WithdrawReport(ReportDoor door, TimeProvider time)
{
    public sealed record Command
    {
        public required Guid Id { get; init; }

        public required string Reason { get; init; }
    }

    public async Task<Outcome<Report>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!ReportAccess.MayWrite(by))
            return new NotAllowed();
        return await door.Change(command.Id, null, report => Task.FromResult(report.Withdraw(command.Reason, time.GetUtcNow())), ct);
    }
}
