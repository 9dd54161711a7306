using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Phone;

namespace Suiying.Channels.Storage;

/// <summary>Calls by time, read for figures.</summary>
internal static class CallRows
{
    /// <summary>The times of all calls that began in a span.</summary>
    public static async Task<IReadOnlyList<CallTimes>> TimesBetween(
        this ChannelsDb db,
        DateTimeOffset from,
        DateTimeOffset before,
        CancellationToken ct
    ) =>
        await db
            .Calls.AsNoTracking()
            .Where(c => c.AskedAt >= from && c.AskedAt < before)
            .OrderBy(c => c.AskedAt)
            .Select(c => new CallTimes(c.AskedAt, c.AnsweredAt, c.EndedAt, c.WrappedAt, c.Busy))
            .ToListAsync(ct);
}
