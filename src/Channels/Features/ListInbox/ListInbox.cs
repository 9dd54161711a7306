using Microsoft.EntityFrameworkCore;
using Suiying.Channels.Model.Inbox;
using Suiying.Channels.Storage;
using Suiying.Contracts.Requests;

namespace Suiying.Channels.Features;

/// <summary>来件箱: what waits over all ways, oldest first; or what was decided, newest first.</summary>
public sealed class ListInbox(ChannelsDb db, InboxGate gate, IIntakeDesk desk, TimeProvider time)
{
    public const int Most = 100;

    public sealed record Query
    {
        /// <summary>True for what was decided.</summary>
        public bool Decided { get; init; }

        /// <summary>One way alone; null for all.</summary>
        public InboxKind? Kind { get; init; }
    }

    /// <param name="Rows">At most <see cref="Most"/>.</param>
    /// <param name="Waiting">How many wait in all.</param>
    public sealed record Found(IReadOnlyList<InboxRow> Rows, int Waiting);

    public async Task<Outcome<Found>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Agent, Role.Dispatcher))
            return new NotAllowed();
        var now = time.GetUtcNow();
        var meant = db.Inbox.AsNoTracking().Where(m => query.Kind == null || m.Kind == query.Kind);
        var open = meant.Where(m => m.State == InboxState.Open);
        var rows = await (
            query.Decided
                ? meant.Where(m => m.State != InboxState.Open).OrderByDescending(m => m.HandledAt)
                : open.OrderBy(m => m.ReceivedAt)
        )
            .Take(Most)
            .ToListAsync(ct);
        var registered = rows.Where(m => m.State is InboxState.Registered).Select(m => m.Request).ToList();
        var numbers = await desk.NumbersOf(registered, by, ct);
        return new Found(
            [.. rows.Select(m => new InboxRow(m, gate.Open(m), m.Number ?? numbers.GetValueOrDefault(m.Request), m.OpenAt(by, now)))],
            await open.CountAsync(ct)
        );
    }
}

/// <summary>One line of the inbox.</summary>
/// <param name="Message">As it is stored.</param>
/// <param name="Words">What it says; null once it was forgotten.</param>
/// <param name="Number">The matter that it became or was added to.</param>
/// <param name="OpenAt">The colleague who has it open.</param>
public sealed record InboxRow(IncomingMessage Message, MessageWords? Words, string? Number, string? OpenAt);
