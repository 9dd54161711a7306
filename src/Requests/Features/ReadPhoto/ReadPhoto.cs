using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>One photo: for staff who may see a request or a message that has it, and for whoever was just shown its address.</summary>
public sealed class ReadPhoto(RequestsDb db, ICityRegistry registry, IFileStore files, PhotoLinks links, IMessagePhotos messages)
{
    public sealed record Query
    {
        public required string File { get; init; }

        /// <summary>Proof from <see cref="PhotoLinks"/>, or null for staff.</summary>
        public string? Token { get; init; }

        /// <summary>The message with which it is shown, or null.</summary>
        public Guid? Message { get; init; }
    }

    public async Task<Outcome<Stream>> Run(Query query, Actor by, CancellationToken ct)
    {
        var shown =
            links.Opens(query.File, query.Token)
            || (query.Message is { } message && await messages.MayRead(message, query.File, by, ct))
            || await MaySee(query.File, by, ct);
        if (!shown)
            return new NotFound();
        return await files.Open(query.File, ct) is { } stream ? stream : new NotFound();
    }

    private async Task<bool> MaySee(string file, Actor by, CancellationToken ct)
    {
        if (by.Id == Guid.Empty)
            return false;
        var ids = db.Attachments.Where(a => a.File == file && a.ErasedAt == null).Select(a => a.RequestId);
        var requests = await db.Requests.AsNoTracking().Where(r => ids.Contains(r.Id)).ToListAsync(ct);
        return requests.Any(r => RequestAccess.MaySee(by, r, registry.Current));
    }
}
