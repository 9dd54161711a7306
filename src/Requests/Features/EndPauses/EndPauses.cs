using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>等待期满: takes up the work of every request whose wait for material is over.</summary>
public sealed class EndPauses(RequestsDb db, RequestDoor door)
{
    /// <summary>Requests that one run takes up; the next run is seconds away.</summary>
    private const int Most = 50;

    public sealed record Command;

    /// <summary>Answers how many were taken up.</summary>
    public async Task<Outcome<int>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var now = door.Now();
        var waiting = await db
            .Requests.AsNoTracking()
            .Where(r => r.PausedUntil != null && r.PausedUntil <= now)
            .OrderBy(r => r.PausedUntil)
            .Select(r => r.Number)
            .Take(Most)
            .ToListAsync(ct);
        var ended = 0;
        foreach (var number in waiting)
        {
            if (await End(number, by, ct))
                ended++;
            db.ChangeTracker.Clear();
        }
        return ended;
    }

    private async Task<bool> End(string number, Actor by, CancellationToken ct) =>
        (await door.Open(new Target(number), RequestAction.EndPause, by, ct)).Ok(out var opened, out _)
        && opened.Request.EndPause(opened.Step()) is null
        && (await door.Save(opened, ct)).Ok(out _, out _);
}
