using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>二次办理: what the person says is not solved goes back to its unit once</summary>
public sealed class HandleAgain(RequestDoor door)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required CallbackAnswers Answers { get; init; }

        public string? Remark { get; init; }
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.SecondHandling, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.SecondHandling(command.Answers, opened.City, opened.Step(command.Remark)) is { } no)
            return no;
        return await door.Save(opened, ct);
    }
}
