using Microsoft.Extensions.Logging;
using Suiying.Contracts.Understanding;
using Suiying.Understanding.Features;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Reactions;

/// <summary>
/// Every five seconds: learns what was decided since, and trains anew where somebody asked for it. In the night, where enough has come
/// together, by itself.
/// </summary>
internal sealed class LearnTimer(Scoped scoped, IMatterReader reader, LearningProgress progress, TimeProvider time, ILogger<LearnTimer> log)
    : Turns(TimeSpan.FromSeconds(5), scoped, time, log)
{
    private readonly TimeProvider clock = time;
    private DateTimeOffset planAt;
    private bool ready;

    protected override async Task Take(CancellationToken ct)
    {
        if (!ready)
        {
            // Gazetteer and examples are read at first use: no caller shall wait for them.
            reader.Read(new MatterAsked { Text = "准备好读诉求" });
            ready = true;
        }
        if (clock.GetUtcNow() >= planAt)
        {
            await Try<PlanLearning>("planning to learn", plan => plan.Run(Actor.System, ct));
            planAt = clock.GetUtcNow().AddMinutes(1);
        }
        if (progress.Take() is { } by)
            await Learn(by, ct);
        await Try<FollowDecisions>("learning decisions", follow => follow.Run(Actor.System, ct));
    }

    private async Task Learn(Actor by, CancellationToken ct)
    {
        Refusal? refused = null;
        try
        {
            await Try<LearnModels>(
                "training",
                async learn => refused = (await learn.Run(new LearnModels.Command { Progress = progress.At }, by, ct)).Refusal
            );
        }
        finally
        {
            progress.End(refused);
        }
    }
}
