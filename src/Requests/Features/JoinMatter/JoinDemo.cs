using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Puts a few synthetic requests of one kind and place together, so that a demo shows 同一事项. Touches no real request.</summary>
public sealed class JoinDemo(RequestsDb db, ICityRegistry registry, JoinMatter join)
{
    private const int Matters = 6;
    private const int MostTogether = 6;

    public async Task<Outcome<Done>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var open = await db
            .Requests.AsNoTracking()
            .Where(r => r.Synthetic && r.EndedAt == null && r.Confidentiality == Confidentiality.Normal && r.MatterId == null)
            .Where(r => r.Category != null && r.County != null)
            .OrderByDescending(r => r.Serial)
            .Select(r => new
            {
                r.Number,
                r.Category,
                r.County,
            })
            .ToListAsync(ct);
        var dispatcher = new Actor
        {
            Id = new Guid("00000000-0000-4000-8000-0000000d0001"),
            Name = "派单一",
            Roles = new HashSet<Role> { Role.Dispatcher },
            UnitCode = registry.Current.Units.All.FirstOrDefault(u => u.Kind == UnitKind.Hotline)?.Code,
        };
        foreach (
            var alike in open.GroupBy(r => (r.Category, r.County)).Where(g => g.Count() > 2).OrderByDescending(g => g.Count()).Take(Matters)
        )
        {
            var numbers = alike.Select(r => r.Number).Take(MostTogether).ToList();
            foreach (var number in numbers.Skip(1))
            {
                db.ChangeTracker.Clear();
                await join.Run(new JoinMatter.Command { Target = new Target(number), With = numbers[0] }, dispatcher, ct);
            }
        }
        return new Done();
    }
}
