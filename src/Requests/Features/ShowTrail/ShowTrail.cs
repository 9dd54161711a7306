using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>How 同一事项 goes on, over all its requests, newest day first: what each of its people may see.</summary>
public sealed class ShowTrail(RequestsDb db, ICityRegistry registry)
{
    private const int MostSteps = 40;

    /// <param name="request">Of the matter; whoever asks has been let in to it.</param>
    /// <param name="ct">Ends the wait.</param>
    public async Task<IReadOnlyList<MatterStep>> Run(ServiceRequest request, CancellationToken ct)
    {
        if (request.MatterId is not { } matter)
            return [];
        var city = registry.Current;
        var steps = await db
            .Requests.AsNoTracking()
            .Where(r => r.MatterId == matter)
            .Join(db.Transitions, r => r.Id, t => t.RequestId, (r, t) => t)
            .Where(t => MatterStep.Shown.Contains(t.Action))
            .ToListAsync(ct);
        return
        [
            .. steps
                .GroupBy(t => (Day: city.Calendar.DateOf(t.At), Kind: MatterStep.Kind(t.Action), Unit: UnitOf(t)))
                .Select(g => new MatterStep(
                    g.Key.Day,
                    g.Key.Kind,
                    city.Units.NameOf(g.Key.Unit),
                    g.Select(t => t.RequestId).Distinct().Count()
                ))
                .OrderByDescending(s => s.Day)
                .ThenByDescending(s => MatterStep.Shown.ToList().IndexOf(s.Action))
                .Take(MostSteps),
        ];
    }

    private static string? UnitOf(RequestTransition step) =>
        step.Action switch
        {
            RequestAction.Dispatch or RequestAction.Designate => step.Fact("unit"),
            RequestAction.Reply => step.ActorUnit,
            _ => null,
        };
}
