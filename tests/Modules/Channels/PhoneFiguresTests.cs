using Suiying.Channels.Features;
using Suiying.Channels.Model.Phone;
using Suiying.Contracts.Registry;

namespace Suiying.Tests.Channels;

/// <summary>The formulas of the call centre (domain A.12) on calls that can be counted by hand.</summary>
public sealed class PhoneFiguresTests
{
    private static readonly DateTimeOffset Nine = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));

    [Fact]
    public void The_figures_are_what_one_counts_by_hand()
    {
        var figures = PhoneFigures.Of(
            [
                Answered(wait: 5, talk: 100, wrap: 20),
                Answered(wait: 15, talk: 200, wrap: 40),
                Answered(wait: 16, talk: 300, wrap: null),
                GivenUp(after: 5),
                GivenUp(after: 6),
                GivenUp(after: 60),
                new CallTimes(Nine, null, Nine, null, Busy: true),
                new CallTimes(Nine, null, null, null, Busy: false),
            ],
            PhoneService.Usual
        );
        Assert.Equal(
            (6, 3, 2, 2, 1, 1),
            (figures.Offered, figures.Answered, figures.InTime, figures.Abandoned, figures.Short, figures.Busy)
        );
        Assert.Equal(3 / 5.0, figures.ConnectRate);
        Assert.Equal(2 / 3.0, figures.ServiceLevel);
        Assert.Equal(2 / 5.0, figures.ServiceLevelOfOffered);
        Assert.Equal(2 / 5.0, figures.AbandonRate);
        Assert.Equal(1 / 7.0, figures.BusyRate);
        Assert.Equal(TimeSpan.FromSeconds(12), figures.MeanWait);
        Assert.Equal(TimeSpan.FromSeconds(200), figures.MeanTalk);
        Assert.Equal(TimeSpan.FromSeconds(230), figures.MeanHandling);
        Assert.Equal(TimeSpan.FromSeconds(660), figures.Worked);
    }

    [Fact]
    public void Nobody_called_gives_no_rate()
    {
        var none = PhoneFigures.Of([], PhoneService.Usual);
        Assert.Null(none.ConnectRate ?? none.ServiceLevel ?? none.AbandonRate ?? none.BusyRate);
        Assert.Null(none.MeanHandling);
        // Whoever hangs up at once had no chance to be answered: nothing was missed either.
        Assert.Null(PhoneFigures.Of([GivenUp(after: 2)], PhoneService.Usual).ConnectRate);
    }

    [Fact]
    public void A_day_is_forecast_from_the_mean_of_days_like_it()
    {
        (TimeOnly, CallTimes) At(int hour, CallTimes call) => (new TimeOnly(hour, 10), call);
        var past = new Dictionary<DateOnly, IReadOnlyList<(TimeOnly, CallTimes)>>
        {
            [new DateOnly(2026, 3, 2)] = [.. Enumerable.Repeat(At(9, Answered(5, 150, 30)), 60), At(9, GivenUp(2))],
            [new DateOnly(2026, 2, 23)] = [.. Enumerable.Repeat(At(9, Answered(5, 150, 30)), 140)],
        };
        var service = PhoneService.Usual with { AnswerSeconds = 20, AnsweredInTimePercent = 80, ShrinkagePercent = 30 };
        var forecast = SeatForecast.Of(new DateOnly(2026, 3, 9), past, service);
        var nine = forecast.Bins[18];
        // 100 calls of 180 s in half an hour: the textbook's 14 seats, and 20 people on the roster for them.
        Assert.Equal((new TimeOnly(9, 0), 100.0, 14, 20), (nine.From, nine.Calls, nine.Seats, nine.Rostered));
        Assert.Equal(0.888, nine.InTime!.Value, 3);
        Assert.Equal(48, forecast.Bins.Count);
        Assert.Equal(14, forecast.MostSeats);
        Assert.All(forecast.Bins.Where(b => b != nine), b => Assert.Equal(0, b.Seats));
    }

    /// <summary>Each point of the curve is what the formulas say of the 24 hours before it, on random calls.</summary>
    [Fact]
    public void The_curve_says_what_each_day_before_it_says()
    {
        var random = new Random(7);
        var calls = Enumerable
            .Range(0, 900)
            .Select(_ => Nine.AddMinutes(-random.Next(0, 2 * 24 * 60 + 1)))
            .Order()
            .Select(at =>
                random.Next(4) switch
                {
                    0 => new CallTimes(at, null, at.AddSeconds(random.Next(1, 60)), null, false),
                    1 => new CallTimes(at, null, null, null, false),
                    _ => new CallTimes(at, at.AddSeconds(random.Next(1, 40)), at.AddMinutes(5), null, false),
                }
            )
            .ToList();
        var curve = PhoneWall.CurveOf(calls, Nine, PhoneService.Usual);
        Assert.Equal(49, curve.Count);
        Assert.Equal(Nine, curve[^1].At);
        foreach (var point in curve)
        {
            var day = PhoneFigures.Of(
                calls.Where(c => c.AskedAt > point.At - PhoneWall.Rolling && c.AskedAt <= point.At),
                PhoneService.Usual
            );
            Assert.Equal((day.Counted, day.ConnectRate, day.ServiceLevel), (point.Counted, point.ConnectRate, point.ServiceLevel));
        }
    }

    private static CallTimes Answered(int wait, int talk, int? wrap)
    {
        var ended = Nine.AddSeconds(wait + talk);
        return new CallTimes(Nine, Nine.AddSeconds(wait), ended, wrap is { } more ? ended.AddSeconds(more) : null, false);
    }

    private static CallTimes GivenUp(int after) => new(Nine, null, Nine.AddSeconds(after), null, false);
}
