using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 拆开: takes back what was put together a moment ago. The other one leaves too where nothing else is beside it: one request alone is no 同一事项.
/// </summary>
public sealed class UndoJoin(RequestDoor door, RequestsDb db)
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
        if (!(await door.Open(command.Target, RequestAction.LeaveMatter, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        if (!(await door.Open(new Target(command.With), RequestAction.LeaveMatter, by, ct)).Ok(out var other, out refusal))
            return refusal;
        if (opened.Request.MatterId is not { } matter || other.Request.MatterId != matter)
            return new NotInMatter();

        var alone = await db.Requests.CountAsync(r => r.MatterId == matter, ct) == 2;
        if (opened.Request.LeaveMatter(opened.Step(Reason)) is { } no)
            return no;
        if (!alone)
            return await door.Save(opened, ct);
        if (other.Request.LeaveMatter(other.Step(Reason)) is { } second)
            return second;
        return await door.Save(opened, ct, other.Request);
    }
}
