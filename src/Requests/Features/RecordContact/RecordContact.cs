using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>联系诉求人</summary>
public sealed class RecordContact(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required ContactWay Way { get; init; }

        public required string Result { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.RecordContact, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.RecordContact(command.Way, opened.Step(command.Result)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
