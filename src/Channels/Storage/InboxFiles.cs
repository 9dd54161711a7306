using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Inbox;
using Suiying.Contracts.Channels;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Storage;

/// <summary>来件照片: which files messages hold, who may see them, and that they are looked for again once no message holds them any more.</summary>
public sealed class InboxFiles(ChannelsDb db, InboxGate gate, IFileStore files) : IFilesInUse, IMessagePhotos
{
    public async Task<IReadOnlySet<string>> Files(CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await foreach (var message in db.Inbox.AsNoTracking().Where(m => m.Content != "").AsAsyncEnumerable().WithCancellation(ct))
            names.UnionWith(Of(message));
        return names;
    }

    public async Task<bool> MayRead(Guid message, string file, Actor by, CancellationToken ct) =>
        by.IsAny(Role.Agent, Role.Dispatcher)
        && await db.Inbox.AsNoTracking().FirstOrDefaultAsync(m => m.Id == message, ct) is { } known
        && Of(known).Contains(file);

    /// <summary>
    /// Before a message is forgotten its files are kept once more: whoever deletes files that nothing holds passes over those that were kept long ago.
    /// </summary>
    public async Task LetGo(IncomingMessage message, CancellationToken ct)
    {
        foreach (var file in Of(message))
        {
            await using var stream = await files.Open(file, ct);
            if (stream is null)
                continue;
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, ct);
            await files.Save(bytes.ToArray(), ct);
        }
    }

    private IReadOnlyList<string> Of(IncomingMessage message) => gate.Open(message)?.Photos ?? [];
}
