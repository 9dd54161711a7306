using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 拆开: takes back what was put together a moment ago. The other one leaves too where nothing else is beside it: one request alone is no 同一事项.
/// </summary>
public sealed class UndoJoin(RequestsDb db, LeaveMatter leave)
{
    private const string Reason = "刚才在列表里并入，随即拆开。";

    public sealed record Command
    {
        public required Target Target { get; init; }

        /// <summary>Number of the request with which it was put together.</summary>
        public required string With { get; init; }
    }

    /// <summary>The receipt is of the request that was put into the matter.</summary>
    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!RequestLifecycle.MayEver(by, RequestAction.LeaveMatter))
            return new NotAllowed();
        string[] both = [command.Target.Number, command.With];
        var matters = await db.Requests.AsNoTracking().Where(r => both.Contains(r.Number)).Select(r => r.MatterId).ToListAsync(ct);
        if (matters is not [{ } matter, { } other] || matter != other)
            return new NotInMatter();

        var left = await leave.Run(new LeaveMatter.Command { Target = command.Target, Reason = Reason }, by, ct);
        if (!left.Ok(out var receipt, out var refusal))
            return refusal;
        if (await db.Requests.CountAsync(r => r.MatterId == matter, ct) > 1)
            return receipt;
        var alone = new LeaveMatter.Command { Target = new Target(command.With), Reason = Reason };
        return (await leave.Run(alone, by, ct)).Ok(out _, out refusal) ? receipt : refusal;
    }
}
