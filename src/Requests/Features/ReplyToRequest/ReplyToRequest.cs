using Suiying.Contracts.Understanding;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>答复</summary>
public sealed class ReplyToRequest(RequestDoor door, RequestsDb db, IDraftWriter drafts)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Reply { get; init; }

        public required bool ToldPerson { get; init; }

        /// <summary>模型草拟: the person began with a model's draft, whatever became of it.</summary>
        public bool Drafted { get; init; }

        /// <summary>Photos before and after, recordings and films, already in the file store.</summary>
        public IReadOnlyList<KeptPhoto> Photos { get; init; } = [];
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.Reply, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        if (KeepFiles.TooMany(command.Photos) is { } tooMany)
            return tooMany;

        var model = command.Drafted ? drafts.Model : null;
        if (opened.Request.Reply(command.ToldPerson, opened.City, opened.Step(command.Reply), model) is { } no)
            return no;
        db.Attachments.AddRange(command.Photos.Select(p => p.AttachTo(opened.Request.Id, RequestAction.Reply, opened.Now)));
        return await door.Save(opened, ct);
    }
}
