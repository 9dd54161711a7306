using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Features;

/// <summary>一并答复: one answer to several requests of one matter; each is reviewed and called back on its own.</summary>
public sealed class ReplyToMatter(MatterWork work)
{
    public sealed record Command
    {
        /// <summary>Any request of the matter.</summary>
        public required string Number { get; init; }

        /// <summary>Which of its requests, 1 to <see cref="MatterWork.Most"/>.</summary>
        public required IReadOnlyCollection<string> Numbers { get; init; }

        public required string Reply { get; init; }

        /// <summary>True where each of the people was told.</summary>
        public required bool ToldPerson { get; init; }
    }

    public async Task<Outcome<IReadOnlyList<MatterResult>>> Run(Command command, Actor by, CancellationToken ct) =>
        RequestLifecycle.MayEver(by, RequestAction.Reply)
            ? await work.Each<ReplyToRequest>(
                command.Number,
                command.Numbers,
                (one, target) =>
                    one.Run(
                        new ReplyToRequest.Command
                        {
                            Target = target,
                            Reply = command.Reply,
                            ToldPerson = command.ToldPerson,
                        },
                        by,
                        ct
                    ),
                by,
                ct
            )
            : new NotAllowed();
}
