using Suiying.Contracts.Scores;
using Suiying.Kernel.Events;
using Suiying.Scores.Features;

namespace Suiying.Scores.Reactions;

/// <summary>Subscribers are told of a month that was released.</summary>
internal sealed class WhenReleasedPublish(PublishBulletin publish) : IConsumer<MonthReleased>
{
    public static string Name => "scores.bulletin";

    public Task When(MonthReleased happened, Delivery delivery, CancellationToken ct) =>
        publish.Run(new PublishBulletin.Command { Month = happened.Month, Revision = happened.Revision }, Actor.System, ct);
}
