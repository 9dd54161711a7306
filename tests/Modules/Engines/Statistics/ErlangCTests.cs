using CsCheck;
using Suiying.Engines.Statistics;

namespace Suiying.Tests.Engines;

/// <summary>Erlang C against the worked example that textbooks print, against its closed form, and in its monotonies.</summary>
public sealed class ErlangCTests
{
    private static readonly TimeSpan HalfHour = TimeSpan.FromMinutes(30);

    /// <summary>100 calls in half an hour of 3 minutes each are 10 erlangs; 14 seats answer 88.8 % within 20 s, 17.4 % wait, 7.8 s in the mean.</summary>
    [Fact]
    public void The_textbook_example_comes_out()
    {
        var traffic = new Traffic(100, HalfHour, TimeSpan.FromMinutes(3));
        Assert.Equal(10, traffic.Erlangs, 9);
        Assert.Equal(14, ErlangC.SeatsFor(traffic, TimeSpan.FromSeconds(20), 0.8));
        Assert.Equal(0.174, ErlangC.WaitShare(traffic.Erlangs, 14), 3);
        Assert.Equal(0.888, ErlangC.AnsweredWithin(traffic, 14, TimeSpan.FromSeconds(20)), 3);
        Assert.Equal(7.8, ErlangC.MeanWait(traffic, 14)!.Value.TotalSeconds, 1);
        Assert.Equal(0.714, ErlangC.Occupancy(traffic, 14), 3);
        Assert.True(ErlangC.AnsweredWithin(traffic, 13, TimeSpan.FromSeconds(20)) < 0.8);
    }

    [Fact]
    public void It_agrees_with_the_closed_form() =>
        Gen.Select(Gen.Double[0.01, 60], Gen.Int[1, 90])
            .Where((load, seats) => load < seats)
            .Sample((load, seats) => Assert.Equal(ClosedForm(load, seats), ErlangC.WaitShare(load, seats), 9));

    [Fact]
    public void One_seat_more_never_makes_the_wait_longer_and_the_fewest_seats_are_the_fewest() =>
        Gen.Select(Gen.Double[0.1, 400], Gen.Double[20, 900], Gen.Double[0.5, 0.99])
            .Sample(
                (calls, seconds, share) =>
                {
                    var (traffic, within) = (new Traffic(calls, HalfHour, TimeSpan.FromSeconds(seconds)), TimeSpan.FromSeconds(15));
                    var seats = ErlangC.SeatsFor(traffic, within, share);
                    Assert.True(ErlangC.AnsweredWithin(traffic, seats, within) >= share);
                    Assert.True(seats == 1 || ErlangC.AnsweredWithin(traffic, seats - 1, within) < share);
                    Assert.True(ErlangC.AnsweredWithin(traffic, seats + 1, within) >= ErlangC.AnsweredWithin(traffic, seats, within));
                }
            );

    [Fact]
    public void Too_few_seats_answer_nobody_in_time_and_no_calls_need_no_seat()
    {
        var traffic = new Traffic(100, HalfHour, TimeSpan.FromMinutes(3));
        Assert.Equal(1, ErlangC.WaitShare(10, 10));
        Assert.Equal(0, ErlangC.AnsweredWithin(traffic, 10, TimeSpan.FromSeconds(20)));
        Assert.Null(ErlangC.MeanWait(traffic, 10));
        Assert.Equal(0, ErlangC.SeatsFor(new Traffic(0, HalfHour, TimeSpan.FromMinutes(3)), TimeSpan.FromSeconds(15), 0.9));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.WaitShare(-1, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.WaitShare(double.NaN, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.WaitShare(1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => ErlangC.SeatsFor(traffic, TimeSpan.FromSeconds(15), 1));
    }

    /// <summary>A^n/n! · n/(n−A) over its sum, as the books write it.</summary>
    private static double ClosedForm(double load, int seats)
    {
        double Term(int k) => Math.Exp(k * Math.Log(load) - Enumerable.Range(1, k).Sum(i => Math.Log(i)));
        var last = Term(seats) * seats / (seats - load);
        return last / (Enumerable.Range(0, seats).Sum(Term) + last);
    }
}
