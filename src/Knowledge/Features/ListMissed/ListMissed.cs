using Microsoft.EntityFrameworkCore;
using Suiying.Knowledge.Storage;

namespace Suiying.Knowledge.Features;

/// <summary>没查到的词: what people asked of late and nothing answered, for who could write it.</summary>
public sealed class ListMissed(KnowledgeDb db, KnowledgeDoor door)
{
    public const int Days = 30;
    private const int Most = 100;

    public sealed record Missed(string Words, int Count, DateOnly Last);

    public async Task<Outcome<IReadOnlyList<Missed>>> Run(Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.UnitHandler, Role.Reviewer, Role.Supervisor))
            return new NotAllowed();
        var since = door.Now.Day.AddDays(-Days);
        var rows = await db
            .Missed.AsNoTracking()
            .Where(m => m.Day > since)
            .GroupBy(m => m.Words)
            .Select(g => new
            {
                g.Key,
                Count = g.Sum(m => m.Count),
                Last = g.Max(m => m.Day),
            })
            .OrderByDescending(m => m.Count)
            .ThenBy(m => m.Key)
            .Take(Most)
            .ToListAsync(ct);
        return rows.ConvertAll(m => new Missed(m.Key, m.Count, m.Last));
    }
}
