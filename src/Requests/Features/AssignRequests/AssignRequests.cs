using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>批量交给同事: each as its own step.</summary>
public sealed class AssignRequests(BulkWork work)
{
    public sealed record Command
    {
        /// <summary>1 to <see cref="BulkWork.Most"/>, each with the version and key of its own.</summary>
        public required IReadOnlyCollection<Target> Targets { get; init; }

        public required Guid Colleague { get; init; }
    }

    public async Task<Outcome<IReadOnlyList<MatterResult>>> Run(Command command, Actor by, CancellationToken ct)
    {
        if (!RequestLifecycle.MayEver(by, RequestAction.Assign))
            return new NotAllowed();
        if (BulkWork.Bound(command.Targets.Count) is { } unbound)
            return unbound;
        var results = await work.Each<AssignHandler>(
            command.Targets,
            (use, target) => use.Run(new AssignHandler.Command { Target = target, Colleague = command.Colleague }, by, ct)
        );
        return results.ToList();
    }
}
