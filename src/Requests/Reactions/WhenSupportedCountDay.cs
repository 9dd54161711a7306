using Suiying.Contracts.Registry;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;

namespace Suiying.Requests.Reactions;

/// <summary>Counts who has met the same, for the day on which the request was registered.</summary>
internal sealed class WhenSupportedCountDay(RequestsDb db, ICityRegistry registry) : IConsumer<RequestSupported>
{
    public static string Name => "requests.daily-supported";

    public Task When(RequestSupported happened, Delivery delivery, CancellationToken ct)
    {
        var more = new DayCount
        {
            Day = registry.Current.Calendar.DateOf(happened.RegisteredAt),
            Received = 0,
            Ended = 0,
            Answered = 0,
            OnTime = 0,
            Synthetic = 0,
            Supported = happened.Change,
        };
        return DayCounts.Add(db, more, ct);
    }
}
