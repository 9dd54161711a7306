using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>申请退单</summary>
public sealed class ReturnRequest(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required ReturnReason Reason { get; init; }

        public required string Basis { get; init; }

        public required string ProposedUnit { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Return, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        if (opened.City.Units.Find(command.ProposedUnit) is not { } proposed)
            return Refusal.Invalid(new FieldProblem("proposedUnit", "没有这个单位，请从列表中选择应承办的单位。"));
        if (opened.Request.Shielded && RequestAccess.IsAccusedSide(proposed.Code, opened.Request, opened.City))
            return new UnitIsAccused(proposed.Name);

        if (opened.Request.Return(command.Reason, proposed, opened.City, opened.Step(command.Basis)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
