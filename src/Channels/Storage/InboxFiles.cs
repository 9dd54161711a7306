using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Inbox;
using Suiying.Contracts.Channels;

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

    /// <summary>Before a message is forgotten: whoever deletes files that nothing holds passes over those that were kept long ago.</summary>
    public void LetGo(IncomingMessage message)
    {
        foreach (var file in Of(message))
            files.Touch(file);
    }

    private IReadOnlyList<string> Of(IncomingMessage message) => gate.Open(message)?.Photos ?? [];
}
