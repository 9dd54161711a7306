using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>补充情况</summary>
public sealed class AddFacts(RequestDoor door, RequestsDb db)
{
    /// <summary>Over a request's whole life; each time at most <see cref="RequestAttachment.Most"/>.</summary>
    public const int MostPhotos = 20;

    public sealed record Command
    {
        public required Target Target { get; init; }

        public required string Text { get; init; }

        /// <summary>Photos already in the file store.</summary>
        public IReadOnlyList<KeptPhoto> Photos { get; init; } = [];
    }

    public async Task<Outcome<Receipt>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(command.Target, RequestAction.AddFacts, by, ct)).Ok(out var opened, out var refusal))
            return refusal;
        if (opened.Repeated is { } receipt)
            return receipt;

        if (opened.Request.AddFacts(opened.Step(command.Text)) is { } no)
            return no;
        if (command.Photos.Count > 0 && await db.Attachments.CountAsync(a => a.RequestId == opened.Request.Id, ct) >= MostPhotos)
            return Refusal.Invalid(new FieldProblem("photos", $"一件诉求最多{MostPhotos}张照片，请用文字补充。"));
        db.Attachments.AddRange(command.Photos.Select(p => p.AttachTo(opened.Request.Id, RequestAction.AddFacts, opened.Now)));
        return await door.Save(opened, ct);
    }
}
