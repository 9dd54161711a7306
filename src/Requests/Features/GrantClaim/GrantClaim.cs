using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>办理权利请求: a deletion erases, a correction corrects, and the person is told.</summary>
public sealed class GrantClaim(RequestDoor door, ContentErasure erasure)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        /// <summary>What the person is told: what was done, or what they asked to know.</summary>
        public required string Answer { get; init; }

        /// <summary>What replaces a wrong record; only where that was asked.</summary>
        public RecordCorrection? Correction { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.GrantClaim, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.GrantClaim(command.Correction, opened.Step(command.Answer)) is { } no)
            return no;
        var erases = opened.Request.ErasedAt == opened.Now;
        if (erases)
            await erasure.Words(opened.Request, opened.City, opened.Now, ct);
        var saved = await door.Save(opened, ct);
        if (erases && saved.Ok(out _, out _))
            await erasure.DropFiles(opened.Now, ct);
        return saved;
    }
}
