using Microsoft.EntityFrameworkCore;
using Suiying.Kernel.Events;
using Suiying.People.Model;
using Suiying.People.Storage;

namespace Suiying.People.Features;

/// <summary>重新投递: dead letters are tried again from the first attempt, in the order in which they were stored. Who did it is kept.</summary>
public sealed class ReplayEvents(PeopleDb db, Outbox outbox, TimeProvider time)
{
    private const int Most = 1000;

    public sealed record Command
    {
        /// <summary>Null means the oldest thousand.</summary>
        public long? Id { get; init; }
    }

    /// <summary>How many were brought back.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return new NotAllowed();
        var dead = db.Set<StoredEvent>().Where(e => e.DeadAt != null && (command.Id == null || e.Id == command.Id));
        var now = time.GetUtcNow();
        var count = await db.Write(
            async () =>
            {
                var letters = await dead.OrderBy(e => e.Id).Take(Most).ToListAsync(ct);
                foreach (var letter in letters)
                {
                    db.EventReplays.Add(EventReplay.Of(letter, by, now));
                    (letter.DeadAt, letter.DueAt, letter.Attempts) = (null, now, 0);
                }
                await db.SaveChangesAsync(ct);
                return letters.Count;
            },
            ct
        );
        if (count == 0)
            return new NoDeadLetter();
        outbox.Wake();
        return count;
    }
}
