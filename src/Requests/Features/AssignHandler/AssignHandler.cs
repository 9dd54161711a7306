using Suiying.Contracts.People;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>指定承办人</summary>
public sealed class AssignHandler(RequestDoor door, IStaffDirectory staff)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required Guid Colleague { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Assign, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        var colleague = await staff.Find(command.Colleague, ct);
        if (colleague is null || colleague.Unit != by.UnitCode || !colleague.Roles.Contains(Role.UnitHandler))
            return Refusal.Invalid(new FieldProblem("colleague", "请选择本单位的承办人员。"));

        if (opened.Request.Assign(colleague.Id, colleague.Name, opened.Step()) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
