using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>日历公布后更正: looks at the open requests whose deadlines were stamped before a year's calendar was known (domain C.7).</summary>
public sealed class CorrectDeadlines(RequestsDb db, ICityRegistry registry, RequestDoor door)
{
    private const int Batch = 500;

    public sealed record Command;

    /// <summary>Answers how many requests are due earlier now.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var (city, serial, corrected) = (registry.Current, long.MinValue, 0);
        while (true)
        {
            var rows = await db
                .Requests.AsNoTracking()
                .Include(r => r.Deadlines)
                .Where(r => r.Serial > serial && r.DueAt != null)
                .Where(r => r.Deadlines.Any(d => d.Provisional && d.MetAt == null && d.VoidedAt == null))
                .OrderBy(r => r.Serial)
                .Take(Batch)
                .ToListAsync(ct);
            foreach (var number in rows.Where(r => r.DueEarlierBy(city)).Select(r => r.Number))
            {
                if (await Correct(number, by, ct))
                    corrected++;
                db.ChangeTracker.Clear();
            }
            if (rows.Count < Batch)
                return corrected;
            serial = rows[^1].Serial;
        }
    }

    private async Task<bool> Correct(string number, Actor by, CancellationToken ct) =>
        (await door.Open(new Target(number), RequestAction.CorrectDeadlines, by, ct)).Ok(out var opened, out _)
        && opened.Request.CorrectDeadlines(opened.City, opened.Step()) is null
        && (await door.Save(opened, ct)).Ok(out _, out _);
}
