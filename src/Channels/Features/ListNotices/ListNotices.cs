using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Messages;
using Suiying.Channels.Storage;
using Suiying.Contracts.Channels;

namespace Suiying.Channels.Features;

/// <summary>消息发送一览: how many went out by which channel, what waits and what could not be sent. Whose they are is not in it.</summary>
public sealed class ListNotices(ChannelsDb db, Carriers carriers)
{
    public const int Size = 100;

    public sealed record Query
    {
        public NoticeState State { get; init; } = NoticeState.Dead;

        public int Skip { get; init; }
    }

    /// <param name="Channel">Which way.</param>
    /// <param name="Ready">False where it is not set up.</param>
    /// <param name="Counts">How many are in each state.</param>
    public sealed record Line(MessageChannel Channel, bool Ready, IReadOnlyDictionary<NoticeState, int> Counts);

    public sealed record Found(IReadOnlyList<Line> Channels, IReadOnlyList<OutgoingNotice> Rows, int All);

    public async Task<Outcome<Found>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.System, Role.SystemAdmin, Role.AuditAdmin))
            return new NotAllowed();
        var counts = await db
            .Notices.GroupBy(n => new { n.Channel, n.State })
            .Select(g => new
            {
                g.Key.Channel,
                g.Key.State,
                Count = g.Count(),
            })
            .ToListAsync(ct);
        var rows = await db
            .Notices.AsNoTracking()
            .Where(n => n.State == query.State)
            .OrderByDescending(n => n.CreatedAt)
            .Skip(Math.Max(0, query.Skip))
            .Take(Size)
            .ToListAsync(ct);
        return new Found(
            [
                .. carriers.All.Select(c => new Line(
                    c.Channel,
                    c.Ready,
                    counts.Where(n => n.Channel == c.Channel).ToDictionary(n => n.State, n => n.Count)
                )),
            ],
            rows,
            counts.Where(n => n.State == query.State).Sum(n => n.Count)
        );
    }
}
