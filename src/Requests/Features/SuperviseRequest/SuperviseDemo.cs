using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>Supervises a few late synthetic requests and instructs on some, so that a demo shows 督办 and 批示. Touches no real request.</summary>
public sealed class SuperviseDemo(
    RequestsDb db,
    ICityRegistry registry,
    SuperviseRequest supervise,
    GiveInstruction instruct,
    TimeProvider time
)
{
    private const int Supervised = 6;
    private const int Instructed = 3;

    public async Task<Outcome<Done>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        var now = time.GetUtcNow();
        var late = await db
            .Requests.AsNoTracking()
            .Where(r => r.Synthetic && r.Confidentiality == Confidentiality.Normal && r.SupervisedAs == null && !r.Instructed)
            .Where(r =>
                r.ReplyDueAt < now
                && (r.State == RequestState.InProgress || r.State == RequestState.Signed || r.State == RequestState.Dispatched)
            )
            .OrderByDescending(r => r.Serial)
            .Take(Supervised + Instructed)
            .Select(r => r.Number)
            .ToListAsync(ct);
        var supervisor = new Actor
        {
            Id = new Guid("00000000-0000-4000-8000-0000000d0002"),
            Name = "督办一",
            Roles = new HashSet<Role> { Role.Supervisor },
            UnitCode = registry.Current.Units.All.FirstOrDefault(u => u.Kind == UnitKind.Hotline)?.Code,
        };
        foreach (var (number, i) in late.Select((n, i) => (n, i)))
        {
            db.ChangeTracker.Clear();
            var target = new Target(number);
            if (i < Supervised)
                await supervise.Run(
                    new SuperviseRequest.Command
                    {
                        Target = target,
                        Level = (SupervisionLevel)(i % 4),
                        Reason = i % 4 == 0 ? SupervisionReason.S02Overdue : SupervisionReason.S07Major,
                        Demand = "逾期没有答复，请说明原因，三日内办成并报告结果。",
                    },
                    supervisor,
                    ct
                );
            else
                await instruct.Run(
                    new GiveInstruction.Command
                    {
                        Target = target,
                        Leader = "分管副市长（演示）",
                        Instruction = "请抓紧办理，结果报我。",
                    },
                    supervisor,
                    ct
                );
        }
        return new Done();
    }
}
