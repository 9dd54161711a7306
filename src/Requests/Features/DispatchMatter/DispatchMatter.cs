using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>一并派单: several requests of one matter go to one unit, each with its own deadlines.</summary>
public sealed class DispatchMatter(MatterWork work)
{
    public sealed record Command
    {
        /// <summary>Any request of the matter.</summary>
        public required string Number { get; init; }

        /// <summary>Which of its requests, 1 to <see cref="MatterWork.Most"/>.</summary>
        public required IReadOnlyCollection<string> Numbers { get; init; }

        public required string Unit { get; init; }

        public string? Remark { get; init; }
    }

    public async Task<Outcome<IReadOnlyList<MatterResult>>> Run(Command command, Actor by, CancellationToken ct) =>
        RequestLifecycle.MayEver(by, RequestAction.Dispatch)
            ? await work.Each<DispatchRequest>(
                command.Number,
                command.Numbers,
                (one, target) =>
                    one.Run(
                        new DispatchRequest.Command
                        {
                            Target = target,
                            Unit = command.Unit,
                            Remark = command.Remark,
                        },
                        by,
                        ct
                    ),
                ct
            )
            : new NotAllowed();
}
