using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>派单</summary>
public sealed class DispatchRequest(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Unit { get; init; }

        public string? Remark { get; init; }

        /// <summary>指定承办: the unit may not return it; the remark says why.</summary>
        public bool Ordered { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Dispatch, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        if (!ActingUnit.Find(opened.City, command.Unit).Ok(out var unit, out refusal))
            return refusal;

        if (opened.Request.Dispatch(unit, opened.City, opened.Step(command.Remark), command.Ordered) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
