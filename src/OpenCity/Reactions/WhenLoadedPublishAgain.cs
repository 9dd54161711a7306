using Microsoft.EntityFrameworkCore;
using Suiying.Contracts.Requests;
using Suiying.Kernel.Events;
using Suiying.OpenCity.Storage;

namespace Suiying.OpenCity.Reactions;

/// <summary>A month into which requests were loaded is published again at the next turn of the clock.</summary>
internal sealed class WhenLoadedPublishAgain(OpenCityDb db, OpenBook book) : IConsumer<RequestsLoaded>
{
    public static string Name => "opencity.loaded";

    public async Task When(RequestsLoaded happened, Delivery delivery, CancellationToken ct)
    {
        var calendar = book.City.Calendar;
        var (first, last) = (calendar.DateOf(happened.From), calendar.DateOf(happened.Until));
        var from = new DateOnly(first.Year, first.Month, 1);
        await db.Months.Where(m => m.Month >= from && m.Month <= last).ExecuteUpdateAsync(set => set.SetProperty(m => m.Stale, true), ct);
    }
}
