using Microsoft.EntityFrameworkCore;
using Suiying.Knowledge.Model;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>Writes down what was opened and what was not found since the last turn, by day alone; forgets what is older than a year.</summary>
public sealed class KeepTallies(KnowledgeDb db, KnowledgeDoor door, KnowledgeTally tally)
{
    private const int KeptDays = 366;

    public sealed record Command;

    /// <summary>How many rows were written.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var (opened, missed) = tally.Take();
        var (day, old) = (door.Now.Day, door.Now.Day.AddDays(-KeptDays));
        return await db.Write(
            async () =>
            {
                await db.Missed.Where(m => m.Day < old).ExecuteDeleteAsync(ct);
                await db.Hits.Where(h => h.Day < old).ExecuteDeleteAsync(ct);
                foreach (var (item, count) in opened)
                {
                    if (await db.Hits.FindAsync([item, day], ct) is { } row)
                        row.Count += count;
                    else
                        db.Hits.Add(
                            new KnowledgeHits
                            {
                                ItemId = item,
                                Day = day,
                                Count = count,
                            }
                        );
                }
                foreach (var (words, count) in missed)
                {
                    if (await db.Missed.FindAsync([day, words], ct) is { } row)
                        row.Count += count;
                    else
                        db.Missed.Add(
                            new MissedSearch
                            {
                                Day = day,
                                Words = words,
                                Count = count,
                            }
                        );
                }
                await db.SaveChangesAsync(ct);
                return opened.Count + missed.Count;
            },
            ct
        );
    }
}
