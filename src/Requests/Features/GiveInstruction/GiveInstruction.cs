using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>领导批示</summary>
public sealed class GiveInstruction(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Instruction { get; init; }

        /// <summary>Whose it is, where a supervisor records it; a leader's own bears their own name.</summary>
        public string? Leader { get; init; }

        /// <summary>By when the unit answers; null for the city's usual time.</summary>
        public DateTimeOffset? Due { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Instruct, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.Instruct(command.Leader, command.Due, opened.City, opened.Step(command.Instruction)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
