using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>联系诉求人</summary>
public sealed class RecordContact(RequestDoor door, RequestsDb db)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required ContactWay Way { get; init; }

        public required string Result { get; init; }

        /// <summary>Photos, recordings and films of a visit, already in the file store.</summary>
        public IReadOnlyList<KeptPhoto> Photos { get; init; } = [];
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.RecordContact, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        if (KeepFiles.TooMany(command.Photos) is { } tooMany)
            return tooMany;

        if (opened.Request.RecordContact(command.Way, opened.Step(command.Result)) is { } no)
            return no;
        db.Attachments.AddRange(command.Photos.Select(p => p.AttachTo(opened.Request.Id, RequestAction.RecordContact, opened.Now)));
        return await door.Save(opened, ct);
    }
}
