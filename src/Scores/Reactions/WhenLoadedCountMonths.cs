using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Scores.Storage;

namespace Suiying.Scores.Reactions;

/// <summary>Months into which requests were loaded are counted anew at the next turn of the clock.</summary>
internal sealed class WhenLoadedCountMonths(CountedMonths months) : IConsumer<RequestsLoaded>
{
    public static string Name => "scores.loaded";

    public Task When(RequestsLoaded happened, Delivery delivery, CancellationToken ct) => months.Loaded(happened.From, happened.Until, ct);
}
