using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Understanding.Model;
using Suiying.Understanding.Storage;

namespace Suiying.Understanding.Features;

/// <summary>安排学习: asks for a training as soon as there is enough for the first, and then each night in which enough is new.</summary>
public sealed class PlanLearning(
    UnderstandingDb db,
    IMatterDecisions decisions,
    ICityRegistry registry,
    LearningProgress progress,
    TimeProvider time
)
{
    /// <summary>From this hour on the city's clocks; desks are quiet then.</summary>
    private const int Hour = 3;

    /// <summary>Until this hour.</summary>
    private const int Ends = 5;

    public async Task<Outcome<Done>> Run(Actor by, CancellationToken ct)
    {
        if (!by.Is(Role.System))
            return new NotAllowed();
        if (progress.Busy)
            return new Done();
        var last = await db
            .Models.AsNoTracking()
            .Where(m => m.Kind == ModelKind.Unit)
            .OrderByDescending(m => m.Number)
            .FirstOrDefaultAsync(ct);
        var now = TimeZoneInfo.ConvertTime(time.GetUtcNow(), registry.Current.Calendar.Zone);
        if (last is not null && (now.Hour is < Hour or >= Ends || time.GetUtcNow() - last.TrainedAt < TimeSpan.FromHours(12)))
            return new Done();
        var fresh = await decisions.After(last?.Position ?? 0, LearnModels.Least, ct);
        if (fresh.Count >= LearnModels.Least)
            progress.Ask(by);
        return new Done();
    }
}
