using Microsoft.EntityFrameworkCore;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>一并派单: several requests of one matter go to one unit, each with its own deadlines.</summary>
public sealed class DispatchMatter(MatterWork work, RequestsDb db)
{
    public sealed record Command
    {
        /// <summary>Any request of the matter.</summary>
        public required string Number { get; init; }

        /// <summary>Which of its requests, 1 to <see cref="MatterWork.Most"/>.</summary>
        public required IReadOnlyCollection<string> Numbers { get; init; }

        public required string Unit { get; init; }

        /// <summary>The category of those that have none yet; a correction of its own in the history of each.</summary>
        public string? Category { get; init; }

        public string? Remark { get; init; }
    }

    public async Task<Outcome<IReadOnlyList<MatterResult>>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!RequestLifecycle.MayEver(by, RequestAction.Dispatch))
            return new NotAllowed();
        if (command.Category is { Length: > 0 } category && await Classify(command, category, by, ct) is { } refusal)
            return refusal;
        return await work.Each<DispatchRequest>(
            command.Number,
            command.Numbers,
            (dispatch, target) =>
                dispatch.Run(
                    new DispatchRequest.Command
                    {
                        Target = target,
                        Unit = command.Unit,
                        Remark = command.Remark,
                    },
                    by,
                    ct
                ),
            by,
            ct
        );
    }

    /// <summary>Null where nothing is wrong with the category; what cannot be classified is told when it is dispatched.</summary>
    private async Task<Refusal?> Classify(Command command, string category, Actor by, CancellationToken ct)
    {
        var bare = await db
            .Requests.AsNoTracking()
            .Where(r => command.Numbers.Contains(r.Number) && r.Category == null)
            .Select(r => r.Number)
            .ToListAsync(ct);
        if (bare.Count == 0)
            return null;
        var to = new Reclassification { Category = category };
        var outcome = await work.Each<ReclassifyRequest>(
            command.Number,
            bare,
            (reclassify, target) => reclassify.Run(new ReclassifyRequest.Command { Target = target, To = to }, by, ct),
            by,
            ct
        );
        return outcome.Ok(out var results, out var refusal)
            ? results.Select(r => r.Problem).FirstOrDefault(p => p is { Kind: RefusalKind.Invalid })
            : refusal;
    }
}
