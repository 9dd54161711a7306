using Suiying.Channels.Model.Phone;
using Suiying.Channels.Storage;
using Suiying.Contracts.Registry;

namespace Suiying.Channels.Features;

/// <summary>坐席预测: how many seats each half hour of a day needs, from the last days of the same weekday that were working days, or not, as it is.</summary>
public sealed class ForecastSeats(ChannelsDb db, ICityRegistry registry, TimeProvider time)
{
    /// <summary>Farther back the city was another.</summary>
    private const int DaysBack = 70;

    private const int Ahead = 31;

    public sealed record Query
    {
        public required DateOnly Day { get; init; }
    }

    public async Task<Outcome<SeatForecast>> Run(Query query, Actor by, CancellationToken ct)
    {
        if (!by.IsAny(Role.Agent, Role.Supervisor, Role.Leader, Role.System))
            return new NotAllowed();
        var city = registry.Current;
        var today = city.Calendar.DateOf(time.GetUtcNow());
        if (query.Day > today.AddDays(Ahead) || query.Day < today.AddDays(-Ahead))
            return Refusal.Invalid(new FieldProblem("day", $"只能预测前后{Ahead}天之内的日子。"));
        var past = new Dictionary<DateOnly, IReadOnlyList<(TimeOnly, CallTimes)>>();
        var last = query.Day <= today ? query.Day : today;
        for (var day = last.AddDays(-1); day >= last.AddDays(-DaysBack) && past.Count < SeatForecast.Days; day = day.AddDays(-1))
        {
            if (!IsAlike(day, query.Day, city))
                continue;
            var calls = await db.TimesBetween(city.Calendar.StartOf(day), city.Calendar.StartOf(day.AddDays(1)), ct);
            // A day without a call is a day without an exchange.
            if (calls.Count > 0)
                past[day] = [.. calls.Select(c => (TimeOnly.FromDateTime(city.Calendar.Local(c.AskedAt).DateTime), c))];
        }
        return SeatForecast.Of(query.Day, past, city.Phone);
    }

    private static bool IsAlike(DateOnly day, DateOnly other, CitySnapshot city) =>
        day.DayOfWeek == other.DayOfWeek && city.Calendar.IsWorkDay(day) == city.Calendar.IsWorkDay(other);
}
