using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>联席会议指定: what the joint conference decided on a request that two units returned.</summary>
public sealed class DesignateUnit(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Unit { get; init; }

        /// <summary>Which conference, when, who took part, and its reasons.</summary>
        public required string Decision { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Designate, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        if (!ActingUnit.Find(opened.City, command.Unit).Ok(out var unit, out refusal))
            return refusal;

        if (opened.Request.Designate(unit, opened.City, opened.Step(command.Decision)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
