using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>上报结果 to the unit that gave it, with photos where there are any.</summary>
public sealed class ReportUp(RequestDoor door, RequestsDb db)
{
    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Result { get; init; }

        /// <summary>Photos before and after, recordings and films, already in the file store.</summary>
        public IReadOnlyList<KeptPhoto> Photos { get; init; } = [];
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.SubReport, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;
        if (KeepFiles.TooMany(command.Photos) is { } tooMany)
            return tooMany;

        if (opened.Request.SubReport(opened.Step(command.Result)) is { } no)
            return no;
        db.Attachments.AddRange(command.Photos.Select(p => p.AttachTo(opened.Request.Id, RequestAction.SubReport, opened.Now)));
        return await door.Save(opened, ct);
    }
}
