using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>核对协办结果</summary>
public sealed class AcceptCoHandling(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public string? Unit { get; init; }

        public required CoRating Rating { get; init; }

        public string? Remark { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.CoAccept, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.CoAccept(command.Unit, command.Rating, opened.City, opened.Step(command.Remark)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
