using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>
/// 值班呼叫: rings for every urgent request that waits unsigned and whose time has come. A ring is a step of the request's history with
/// unit and post; staff accounts hold no phone numbers, so it is heard in the desks and not on a phone.
/// </summary>
public sealed class RingDuty(RequestsDb db, RequestDoor door)
{
    /// <summary>Requests that one run rings for; the next run is seconds away.</summary>
    private const int Most = 50;

    public sealed record Command;

    /// <param name="Rung">Requests for which somebody was rung.</param>
    /// <param name="Skipped">Requests that somebody changed in the same moment; if they still wait, the next run sees them.</param>
    public sealed record Result(int Rung, int Skipped);

    public async Task<Outcome<Result>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var now = door.Now();
        var waiting = await db
            .Requests.AsNoTracking()
            .Where(r => r.NextRingAt != null && r.NextRingAt <= now)
            .OrderBy(r => r.NextRingAt)
            .Select(r => r.Number)
            .Take(Most)
            .ToListAsync(ct);
        var rung = 0;
        foreach (var number in waiting)
        {
            if (await Ring(number, by, ct))
                rung++;
            db.ChangeTracker.Clear();
        }
        return new Result(rung, waiting.Count - rung);
    }

    private async Task<bool> Ring(string number, Actor by, CancellationToken ct)
    {
        if (!(await door.Open(new Target(number), RequestAction.Ring, by, ct)).Ok(out var opened, out _))
            return false;
        var (request, city) = (opened.Request, opened.City);
        bool MayKnow(string unit) => !request.Shielded || !RequestAccess.IsAccusedSide(unit, request, city);
        var call = DutyRoster.Next(city, request.Unit ?? "", await RungSoFar(request, ct), MayKnow, opened.Now);
        if (request.Ring(call, opened.Step()) is not null)
            return false;
        return (await door.Save(opened, ct)).Ok(out _, out _);
    }

    private async Task<List<(string Unit, string Post)>> RungSoFar(ServiceRequest request, CancellationToken ct)
    {
        var facts = await db
            .Transitions.AsNoTracking()
            .Where(t => t.RequestId == request.Id && t.Action == RequestAction.Ring)
            .OrderByDescending(t => t.Seq)
            .Take(request.Rings)
            .Select(t => t.Facts)
            .ToListAsync(ct);
        return [.. facts.Select(f => (Fact(f, "unit="), Fact(f, "post=")))];
    }

    private static string Fact(string facts, string key) =>
        facts.Split(';').FirstOrDefault(f => f.StartsWith(key, StringComparison.Ordinal))?[key.Length..] ?? "";
}
