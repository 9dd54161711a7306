using Microsoft.Extensions.DependencyInjection;
using Suiying.Requests.Model;
using Suiying.Requests.Storage;
using Suiying.Testing;

namespace Suiying.Tests.Requests;

/// <summary>最近动向: an open desk reads its list again when something moved that concerns it, and lets it be otherwise.</summary>
public sealed class RecentMovesTests(SuiyingApp app) : IClassFixture<SuiyingApp>
{
    private static readonly HashSet<long> Nothing = [];

    private readonly Town town = new(app);

    [Fact]
    public async Task A_desk_hears_of_its_own_unit_and_of_what_it_shows_and_of_nothing_else()
    {
        var moves = app.Services.GetRequiredService<RecentMoves>();
        var (own, other, hotline) = (await Mark(moves, "EAST-1"), await Mark(moves, "WEST-1"), await Mark(moves, null));

        var number = await town.In(RequestState.Dispatched, unit: "EAST-1");
        Pass();
        Assert.True(await Moved(moves, own, "EAST-1"));
        Assert.True(await Moved(moves, hotline, null));
        Assert.False(await Moved(moves, other, "WEST-1"));

        (own, other) = (await Mark(moves, "EAST-1"), await Mark(moves, "WEST-1"));
        Pass();
        Assert.False(await Moved(moves, own, "EAST-1"));
        await town.Done("east1", number, RequestAction.Sign);
        Pass();
        var serial = (await town.Stored(number)).Serial;
        Assert.False(await Moved(moves, other, "WEST-1"));
        Assert.True(await Moved(moves, other, "WEST-1", serial));
        Assert.True(await Moved(moves, own, "EAST-1"));
    }

    [Fact]
    public async Task A_matter_given_down_moves_the_desks_above_and_below()
    {
        var moves = app.Services.GetRequiredService<RecentMoves>();
        var number = await town.In(RequestState.Signed, unit: "EAST");
        var (above, below) = (await Mark(moves, "EAST"), await Mark(moves, "EAST-1"));
        await town.Done("east", number, RequestAction.SubDispatch, ("unit", "EAST-1"));
        Pass();
        Assert.True(await Moved(moves, below, "EAST-1"));
        Assert.True(await Moved(moves, above, "EAST"));
        above = await Mark(moves, "EAST");
        await town.Done("east1", number, RequestAction.SubSign);
        Pass();
        Assert.True(await Moved(moves, above, "EAST"));
    }

    [Fact]
    public async Task The_hotline_looks_at_most_every_fifteen_seconds_and_a_unit_at_least_every_five_minutes()
    {
        var moves = app.Services.GetRequiredService<RecentMoves>();
        var hotline = new DeskWatch(moves, await app.Given.Staff("agent"));
        var unit = new DeskWatch(moves, await app.Given.Staff("west1"));
        Assert.True(await hotline.MustLook([], app.Now, default));
        Assert.True(await unit.MustLook([], app.Now, default));
        await town.In(RequestState.Dispatched, unit: "EAST-1");
        app.Clock.Advance(DeskWatch.Every);
        Assert.False(await hotline.MustLook([], app.Now, default));
        Assert.False(await unit.MustLook([], app.Now, default));
        app.Clock.Advance(DeskWatch.HotlinePause);
        Assert.True(await hotline.MustLook([], app.Now, default));
        app.Clock.Advance(DeskWatch.HotlinePause);
        Assert.False(await hotline.MustLook([], app.Now, default));
        app.Clock.Advance(DeskWatch.LongestPause);
        Assert.True(await unit.MustLook([], app.Now, default));
    }

    private void Pass() => app.Clock.Advance(RecentMoves.Pause);

    private async Task<long> Mark(RecentMoves moves, string? unit)
    {
        Pass();
        return (await moves.Since(null, unit, Nothing, default)).Mark;
    }

    private static async Task<bool> Moved(RecentMoves moves, long mark, string? unit, params long[] shown) =>
        (await moves.Since(mark, unit, shown.ToHashSet(), default)).Moved;
}
