using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>重新学习: has this process train anew, in the background; the page of the models shows how far it is.</summary>
public sealed class AskLearning(LearningProgress progress)
{
    public Task<Outcome<Done>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.SystemAdmin))
            return Task.FromResult<Outcome<Done>>(new NotAllowed());
        return Task.FromResult<Outcome<Done>>(progress.Ask(by) ? new Done() : new LearningAlready());
    }
}
