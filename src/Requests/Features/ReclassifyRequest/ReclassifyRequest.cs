using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>更正类别、地点、紧急程度</summary>
public sealed class ReclassifyRequest(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required Reclassification To { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Reclassify, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.Reclassify(command.To, opened.City, opened.Step()) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
