using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>批量签收: each as its own step, whether it was dispatched, given down or asked for help.</summary>
public sealed class SignRequests(BulkWork work, RequestsDb db, ICityRegistry registry)
{
    public sealed record Command
    {
        /// <summary>1 to <see cref="BulkWork.Most"/>, each with the version and key of its own.</summary>
        public required IReadOnlyCollection<Target> Targets { get; init; }
    }

    public async Task<Outcome<IReadOnlyList<MatterResult>>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!RequestLifecycle.MayEver(by, RequestAction.Sign))
            return new NotAllowed();
        if (BulkWork.Bound(command.Targets.Count) is { } unbound)
            return unbound;
        var helped = await HelpedWith(command.Targets, by, ct);
        var given = await GivenTo(command.Targets, ct);
        var results = new List<MatterResult>();
        results.AddRange(
            await work.Each<SignCoHandling>(
                [.. command.Targets.Where(t => helped.Contains(t.Number))],
                (use, target) => use.Run(new SignCoHandling.Command { Target = target }, by, ct)
            )
        );
        results.AddRange(
            await work.Each<SignGiven>(
                [.. command.Targets.Where(t => given.Contains(t.Number) && !helped.Contains(t.Number))],
                (use, target) => use.Run(new SignGiven.Command { Target = target }, by, ct)
            )
        );
        results.AddRange(
            await work.Each<SignRequest>(
                [.. command.Targets.Where(t => !given.Contains(t.Number) && !helped.Contains(t.Number))],
                (use, target) => use.Run(new SignRequest.Command { Target = target }, by, ct)
            )
        );
        return results;
    }

    /// <summary>Those that lie with another unit and for which the actor's unit was asked to help; a repeated command is recognised by its key.</summary>
    private async Task<HashSet<string>> HelpedWith(IReadOnlyCollection<Target> targets, Actor by, CancellationToken ct)
    {
        if (by.UnitCode is not { } unit)
            return [];
        var (numbers, units) = (targets.Select(t => t.Number).ToList(), registry.Current.Units.ActsFor(unit));
        var ids = db.CoHandlings.Where(c => c.EndedAt == null && units.Contains(c.To)).Select(c => c.RequestId);
        return (
            await db
                .Requests.Where(r => numbers.Contains(r.Number) && ids.Contains(r.Id) && !units.Contains(r.Holder!))
                .Select(r => r.Number)
                .ToListAsync(ct)
        ).ToHashSet();
    }

    /// <summary>Those that lie with a unit below the answerable one.</summary>
    private async Task<HashSet<string>> GivenTo(IReadOnlyCollection<Target> targets, CancellationToken ct)
    {
        var numbers = targets.Select(t => t.Number).ToList();
        return (
            await db.Requests.Where(r => numbers.Contains(r.Number) && r.Holder != r.Unit).Select(r => r.Number).ToListAsync(ct)
        ).ToHashSet();
    }
}
